metadata description = 'The identity that the function app has. It holds every role; nothing here has a key of its own.'

@description('Name of the user-assigned managed identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Object id: what roles are assigned to.')
output principalId string = identity.properties.principalId
