metadata description = 'The function app on Flex Consumption. Everything that it uses, it uses by its identity.'

@description('Name of the plan.')
param planName string

@description('Name of the function app, and the first part of its address; unique in the world.')
param name string

@description('Name of the service in azure.yaml whose code is deployed here.')
param serviceName string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Name of the identity.')
param identityName string

@description('Name of the storage account.')
param storageName string

@description('Address of the container that packages are deployed to.')
param packageContainerUrl string

@description('Where telemetry is sent.')
param telemetryConnectionString string

@description('Memory of one instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Instances at most in each scale group, which are HTTP and Durable Functions; always-ready ones are not counted.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that are always there for orchestrations, activities and entities.')
@minValue(0)
param alwaysReadyDurable int

@description('Instances that are always there for HTTP.')
@minValue(0)
param alwaysReadyHttp int

@description('Settings of the app by their names. Those that tie it to its identity and its storage can not be changed by them.')
param settings object

@description('Settings that are references to the vault: { name, value } of each.')
param vaultSettings array

@description('Name of the virtual network that the app is integrated with; empty: none.')
param networkName string

@description('Name of its subnet for the app.')
param subnetName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Flex Consumption takes the runtime, its version and the package from functionAppConfig. It refuses FUNCTIONS_WORKER_RUNTIME,
// FUNCTIONS_EXTENSION_VERSION and WEBSITE_RUN_FROM_PACKAGE: they are not to be among the settings.
var identitySettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  AZURE_CLIENT_ID: identity.properties.clientId // The identity that DefaultAzureCredential takes.
}

var plainSettings = map(items(union(settings, identitySettings)), setting => { name: setting.key, value: setting.value })

var scaleGroups = [
  { name: 'durable', instanceCount: alwaysReadyDurable }
  { name: 'http', instanceCount: alwaysReadyHttp }
]

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': serviceName })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled' // Writers, Slack, Teams and webhooks come from the internet; every door asks for a key or a signature.
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(networkName) ? null : resourceId('Microsoft.Network/virtualNetworks/subnets', networkName, subnetName)
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: filter(scaleGroups, group => group.instanceCount > 0)
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: concat(plainSettings, vaultSettings)
    }
  }
}

// Deployments sign in by Entra: no user name and password opens the deployment site or FTP.
resource scmCredentials 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource ftpCredentials 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

@description('Name of the function app.')
output name string = app.name

@description('Address of the function app.')
output url string = 'https://${app.properties.defaultHostName}'
