metadata description = 'Movie Chat in Azure: Durable Functions on Flex Consumption over one storage account, with no keys between the parts.'

targetScope = 'subscription'

@description('Name of the environment. The resource group is named for it, and everything in it is named by a hash of it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything but Azure OpenAI. It must have Flex Consumption.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

// What is secret.

@description('The owner\'s key: whoever shows it may do everything. 32 visible ASCII characters or more.')
@secure()
@minLength(32)
param ownerKey string

@description('Signing secret of the Slack app, by which requests of Slack are known. Empty: none.')
@secure()
param slackSigningSecret string = ''

@description('Bot token of the Slack app (xoxb-…), by which messages are posted. Empty: none.')
@secure()
param slackBotToken string = ''

@description('Application id of the Teams bot. Empty: none.')
param teamsAppId string = ''

@description('Tenant of the Teams bot: only its people are let in. Needed with teamsAppId.')
param teamsTenantId string = ''

@description('Password of the Teams bot. Empty: none.')
@secure()
param teamsAppPassword string = ''

// The app.

@description('Memory of one instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances at most in each scale group (HTTP; Durable Functions), always-ready ones not counted. Azure may take no less than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that are always there for orchestrations, so that an approval goes on at once. They are billed also when idle.')
@minValue(0)
param alwaysReadyDurable int = 1

@description('Instances that are always there for HTTP. They are billed also when idle. 0: the first request after a pause waits for a start.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Further settings of the app, not secret: { "MovieChat__Budget__Tokens": "500000" }. They win over those of the models.')
param appSettings object = {}

// Storage, logs, vault.

@description('How many copies of the films there are, and how far apart.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_LRS'

@description('Days for which, at least, blobs that were overwritten or deleted can be restored. After about twice that they are gone.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int = 7

@description('Days that logs, traces and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Gigabytes of logs, traces and metrics a day after which no more are taken in until the next day. -1: no limit.')
@minValue(-1)
param logDailyCapGB int = 1

@description('Days that a removed vault or secret can be restored, and that its name is taken. Can not be changed later.')
@minValue(7)
@maxValue(90)
param vaultRetentionDays int = 7

@description('Takes back the vault of this environment that was removed not long ago. For the first deployment after a removal only.')
param recoverVault bool = false

// The models.

@description('Whether an Azure OpenAI account is made. If not, openAIEndpoint is used; without that, the offline understudy writes.')
param createOpenAI bool = true

@description('Address of an existing Azure OpenAI account, such as https://my-resource.openai.azure.com/openai/v1/. Used when none is made.')
param openAIEndpoint string = ''

@description('Region of the Azure OpenAI account. Not every region has every model.')
param openAILocation string = location

@description('Language model.')
param textModel string = 'gpt-5.1'

@description('Version of the language model.')
param textModelVersion string = '2025-11-13'

@description('Name of the language model\'s deployment. With an existing account: that of a deployment there.')
param textDeployment string = textModel

@description('Kind of the language model\'s deployment: GlobalStandard, DataZoneStandard (stays in the data zone) or Standard (stays in the region).')
param textSku string = 'GlobalStandard'

@description('Capacity of the language model, in thousands of tokens a minute.')
@minValue(1)
param textCapacity int = 100

@description('Whether an image model makes the pictures. With an existing account it must be deployed there.')
param enablePictures bool = false

@description('Image model.')
param pictureModel string = 'gpt-image-2'

@description('Version of the image model.')
param pictureModelVersion string = '2026-04-21'

@description('Name of the image model\'s deployment. With an existing account: that of a deployment there.')
param pictureDeployment string = pictureModel

@description('Kind of the image model\'s deployment.')
param pictureSku string = 'GlobalStandard'

@description('Capacity of the image model, in its own units.')
@minValue(1)
param pictureCapacity int = 1

// Network and money.

@description('Whether storage, vault and Azure OpenAI are reached through a virtual network only. The app itself stays reachable from the internet.')
param vnetEnabled bool = false

@description('Addresses of the virtual network, /23 or larger.')
param vnetAddressPrefix string = '10.90.0.0/16'

@description('Monthly budget of the resource group, in the currency of the subscription, that owners are told of. 0: none.')
@minValue(0)
param budgetAmount int = 0

@description('First day of the month in which the budget begins, such as 2027-01-01. Needed with a budget; can not be changed later.')
param budgetStartDate string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

var textDeployments = [
  { name: textDeployment, model: textModel, version: textModelVersion, sku: textSku, capacity: textCapacity }
]
var pictureDeployments = [
  { name: pictureDeployment, model: pictureModel, version: pictureModelVersion, sku: pictureSku, capacity: pictureCapacity }
]

// Names are known before anything is made, so that a preview (azd provision --preview) can tell what will change.
var identityName = 'id-movie-chat-${token}'
var storageName = 'stmovie${token}'
var vaultName = 'kv-movie-${token}'
var openAIName = 'oai-movie-chat-${token}'
var networkName = 'vnet-movie-chat-${token}'
var appSubnet = 'app'
var endpointSubnet = 'endpoints'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-movie-chat-${token}'
    componentName: 'appi-movie-chat-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGB: logDailyCapGB
    identityName: identityName
  }
  dependsOn: [identity]
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    packageContainer: 'app-package'
    retentionDays: blobRetentionDays
    isPrivate: vnetEnabled
    identityName: identityName
  }
  dependsOn: [identity]
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    retentionDays: vaultRetentionDays
    recover: recoverVault
    isPrivate: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
    identityName: identityName
  }
  dependsOn: [identity]
}

module vaultSecrets 'modules/secrets.bicep' = {
  scope: group
  params: {
    vaultName: vaultName
    ownerKey: ownerKey
    slackSigningSecret: slackSigningSecret
    slackBotToken: slackBotToken
    teamsAppPassword: teamsAppPassword
  }
  dependsOn: [vault]
}

module openAI 'modules/openai.bicep' = if (createOpenAI) {
  scope: group
  params: {
    name: openAIName
    location: openAILocation
    tags: tags
    isPrivate: vnetEnabled
    deployments: concat(textDeployments, enablePictures ? pictureDeployments : [])
    identityName: identityName
  }
  dependsOn: [identity]
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    name: networkName
    location: location
    tags: tags
    addressPrefix: vnetAddressPrefix
    appSubnet: appSubnet
    endpointSubnet: endpointSubnet
  }
}

module endpoints 'modules/endpoints.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    location: location
    tags: tags
    networkName: networkName
    subnetName: endpointSubnet
    storageName: storageName
    vaultName: vaultName
    openAIName: createOpenAI ? openAIName : ''
  }
  dependsOn: [network, storage, vault, openAI]
}

var modelEndpoint = createOpenAI ? openAI!.outputs.endpoint : openAIEndpoint
var hasModels = createOpenAI || !empty(openAIEndpoint)

var textSettings = hasModels
  ? {
      MovieChat__Text__Provider: 'azureopenai'
      MovieChat__Text__Endpoint: modelEndpoint
      MovieChat__Text__Deployment: textDeployment
    }
  : { MovieChat__Text__Provider: 'understudy' }

var pictureSettings = hasModels && enablePictures
  ? {
      MovieChat__Pictures__Provider: 'azureopenai'
      MovieChat__Pictures__Endpoint: modelEndpoint
      MovieChat__Pictures__Deployment: pictureDeployment
    }
  : {}

var teamsSettings = empty(teamsAppId)
  ? {}
  : {
      MovieChat__Teams__AppId: teamsAppId
      MovieChat__Teams__TenantId: teamsTenantId
    }

module app 'modules/app.bicep' = {
  scope: group
  params: {
    planName: 'plan-movie-chat-${token}'
    name: 'func-movie-chat-${token}'
    serviceName: 'api'
    location: location
    tags: tags
    identityName: identityName
    storageName: storageName
    packageContainerUrl: storage.outputs.packageContainerUrl
    telemetryConnectionString: monitoring.outputs.connectionString
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyHttp: alwaysReadyHttp
    settings: union(textSettings, pictureSettings, teamsSettings, appSettings)
    vaultSettings: vaultSecrets.outputs.settings
    networkName: vnetEnabled ? networkName : ''
    subnetName: appSubnet
  }
  dependsOn: [identity, network, endpoints]
}

module budget 'modules/budget.bicep' = if (budgetAmount > 0) {
  scope: group
  params: {
    name: 'movie-chat'
    amount: budgetAmount
    startDate: budgetStartDate
  }
}

// What azd keeps in its environment.

@description('Region.')
output AZURE_LOCATION string = location

@description('Tenant.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output AZURE_FUNCTION_APP_NAME string = app.outputs.name

@description('Address of the function app.')
output AZURE_FUNCTION_APP_URL string = app.outputs.url

@description('Name of the storage account.')
output AZURE_STORAGE_ACCOUNT_NAME string = storageName

@description('Name of the vault.')
output AZURE_KEY_VAULT_NAME string = vaultName

@description('Base address of the models; empty when the understudy writes.')
output AZURE_OPENAI_ENDPOINT string = modelEndpoint

@description('Object id of the app\'s identity: what a role on an existing Azure OpenAI account is given to.')
output MOVIECHAT_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
