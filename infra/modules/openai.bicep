metadata description = 'Azure OpenAI with its deployments. It is reached by identities only: its keys are off.'

@description('Name of the account, and the subdomain of its address; unique in the world.')
@minLength(2)
@maxLength(64)
param name string

@description('Region. Not every region has every model.')
param location string

@description('Tags.')
param tags object

@description('Whether the account is reached by private endpoints only.')
param isPrivate bool

@description('Deployments: { name, model, version, sku, capacity } of each.')
param deployments array

@description('Name of the identity that asks the models.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name // Tokens of Entra are taken at a subdomain only.
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

// One after the other: the account refuses two at once.
@batchSize(1)
resource models 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = [
  for deployment in deployments: {
    parent: account
    name: deployment.name
    sku: { name: deployment.sku, capacity: deployment.capacity }
    properties: {
      model: { format: 'OpenAI', name: deployment.model, version: deployment.version }
      versionUpgradeOption: 'OnceCurrentVersionExpired'
    }
  }
]

@description('Cognitive Services OpenAI User: asks models, changes nothing.')
var openAIUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')

resource user 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identity.id, openAIUser)
  properties: {
    roleDefinitionId: openAIUser
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Base address of its API without dated versions, which newer models need.')
output endpoint string = '${account.properties.endpoint}openai/v1/'
