metadata description = 'Puts secrets into the vault, and says by which settings the app reads them.'

@description('Name of the vault.')
param vaultName string

@secure()
@description('The owner\'s key.')
param ownerKey string

@secure()
@description('Signing secret of the Slack app; empty: none.')
param slackSigningSecret string

@secure()
@description('Bot token of the Slack app; empty: none.')
param slackBotToken string

@secure()
@description('Password of the Teams bot; empty: none.')
param teamsAppPassword string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource owner 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'owner-key'
  properties: { value: ownerKey }
}

resource slackSigning 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(slackSigningSecret)) {
  parent: vault
  name: 'slack-signing-secret'
  properties: { value: slackSigningSecret }
}

resource slackBot 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(slackBotToken)) {
  parent: vault
  name: 'slack-bot-token'
  properties: { value: slackBotToken }
}

resource teams 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(teamsAppPassword)) {
  parent: vault
  name: 'teams-app-password'
  properties: { value: teamsAppPassword }
}

// By version, so that a new value counts from the moment it is deployed: a reference without one is looked up once a day, and until
// then the old key would still open the door.
var references = {
  MOVIECHAT_OWNER_KEY: owner.properties.secretUriWithVersion
  MovieChat__Slack__SigningSecret: slackSigning.?properties.secretUriWithVersion
  MovieChat__Slack__BotToken: slackBot.?properties.secretUriWithVersion
  MovieChat__Teams__AppPassword: teams.?properties.secretUriWithVersion
}

@description('App settings that are references to the secrets that were given: { name, value } of each.')
output settings array = map(filter(items(references), setting => setting.?value != null), setting => {
  name: setting.key
  value: '@Microsoft.KeyVault(SecretUri=${setting.?value})'
})
