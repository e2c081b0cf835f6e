metadata description = 'Private endpoints of storage, vault and Azure OpenAI, and the private DNS by which their usual names lead there.'

@description('Region of the endpoints; that of the network.')
param location string

@description('Tags.')
param tags object

@description('Name of the virtual network.')
param networkName string

@description('Name of the subnet of the endpoints.')
param subnetName string

@description('Name of the storage account.')
param storageName string

@description('Name of the vault.')
param vaultName string

@description('Name of the Azure OpenAI account; empty: none.')
param openAIName string

var storageId = resourceId('Microsoft.Storage/storageAccounts', storageName)
var vaultId = resourceId('Microsoft.KeyVault/vaults', vaultName)
var openAIId = resourceId('Microsoft.CognitiveServices/accounts', openAIName)

var storageServices = [
  for service in ['blob', 'queue', 'table']: {
    name: service
    group: service
    zone: 'privatelink.${service}.${environment().suffixes.storage}'
    id: storageId
  }
]

var services = concat(
  storageServices,
  [{ name: 'vault', group: 'vault', zone: 'privatelink.vaultcore.azure.net', id: vaultId }],
  empty(openAIName) ? [] : [{ name: 'openai', group: 'account', zone: 'privatelink.openai.azure.com', id: openAIId }]
)

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = {
    name: subnetName
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: service.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zones[i]
    name: 'movie-chat'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for service in services: {
    name: 'pe-${service.name}-${uniqueString(service.id)}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::subnet.id }
      privateLinkServiceConnections: [
        {
          name: service.name
          properties: {
            privateLinkServiceId: service.id
            groupIds: [service.group]
          }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (service, i) in services: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service.name
          properties: { privateDnsZoneId: zones[i].id }
        }
      ]
    }
  }
]
