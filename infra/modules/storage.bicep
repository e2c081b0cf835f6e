metadata description = 'The storage account: films, the durable task hub, the host\'s own blobs, packages of the app. Its keys open nothing.'

@description('Name of the storage account, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('How many copies there are, and how far apart.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param sku string

@description('Name of the container that packages of the app are deployed to.')
param packageContainer string

@description('Days for which, at least, blobs that were overwritten or deleted can be restored. After about twice that they are gone.')
@minValue(1)
@maxValue(365)
param retentionDays int

@description('Whether the account is reached by private endpoints only.')
param isPrivate bool

@description('Name of the identity that the function app has.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: isPrivate ? 'None' : 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

// The tables (Journal, Drafts, Projects, Active, Due, Keys), the container `projects` and the task hub are made by the app and the
// Functions host when they start; what they need for it is in their roles.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: retentionDays }
    containerDeleteRetentionPolicy: { enabled: true, days: retentionDays }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: packageContainer
  properties: { publicAccess: 'None' }
}

// A snapshot of a project and the host's own blobs are written again and again, and each time the version before stays: without an end
// they would grow for ever. A version that is removed here is softly deleted first, as any blob is.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'earlier-versions'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: {
              version: {
                delete: { daysAfterCreationGreaterThan: retentionDays }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

// Would Storage Blob Data Contributor do? By what is used here, yes: containers are made, blobs are read, written and deleted, and a lease
// is a write; Durable Functions asks for no more. The host is another matter: its documentation names Owner as the least on its account,
// and an app that has less is on its own. What Owner adds is of little use to a thief of the identity, who could read, write and delete
// anyway: ownership and access lists of hierarchical accounts (this one is flat), tags, legal holds, and deleting for good what soft
// deletion keeps. To try Contributor, put ba92f5b4-2d11-453d-a403-e96b0029c9fe in its place.
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner: the host's locks and keys, leases, packages, films.
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor: the queues of the task hub.
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor: journals and lists, and the history of the task hub.
]

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: account
    name: guid(account.id, identity.id, role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Address of the container that packages are deployed to.')
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
