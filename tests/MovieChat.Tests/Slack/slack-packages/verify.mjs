// Says of each request, one a line of JSON {secret, timestamp, signature, body, now}, whether Bolt takes it at the time `now` (seconds).
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

// The packages are installed in the folder that this is started in, not beside this file.
const { verifySlackRequest } = createRequire(process.cwd() + '/')('@slack/bolt')

for await (const line of createInterface({ input: process.stdin })) {
  if (!line) continue
  const { secret, timestamp, signature, body, now } = JSON.parse(line)
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) }
  try {
    verifySlackRequest({ signingSecret: secret, body, headers, nowMilliseconds: now * 1000 })
    console.log('ok')
  } catch (refused) {
    console.log(`refused ${refused.message.replaceAll('\n', ' ')}`)
  }
}
