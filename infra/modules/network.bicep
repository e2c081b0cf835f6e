metadata description = 'A virtual network with a subnet for the function app, and one for private endpoints.'

@description('Name of the virtual network.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Addresses of the network, of which two /24 are used. Choose others than those of networks that it is to be peered with.')
param addressPrefix string

@description('Name of the subnet of the function app: without an underscore, which Flex Consumption does not take.')
param appSubnet string

@description('Name of the subnet of the private endpoints.')
param endpointSubnet string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: appSubnet
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 0)
          // What leaves for the internet (telemetry, sign-in, Slack, Teams, webhooks) leaves here.
          defaultOutboundAccess: true
          delegations: [
            {
              name: 'flex-consumption'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: endpointSubnet
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 1)
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}
