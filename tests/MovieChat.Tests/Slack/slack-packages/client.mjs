// Calls a server with Slack's own client: client.mjs <api address> <token>, one call a line of JSON {method, args}. "$ts" and "$channel" stand for those of the answer before.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { WebClient, LogLevel } = createRequire(process.cwd() + '/')('@slack/web-api')
const [slackApiUrl, token] = process.argv.slice(2)
const client = new WebClient(token, { slackApiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })
const known = {}

for await (const line of createInterface({ input: process.stdin })) {
  if (!line) continue
  const { method, args } = JSON.parse(line)
  try {
    const answer = await client.apiCall(method, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, known[value] ?? value])))
    if (answer.ts) known.$ts = answer.ts
    if (answer.channel) known.$channel = answer.channel.id ?? answer.channel
    console.log(JSON.stringify({ method, ok: true, ts: answer.ts }))
  } catch (failed) {
    console.log(JSON.stringify({ method, ok: false, code: failed.code, error: failed.data?.error, retryAfter: failed.retryAfter }))
  }
}
