// Judges what would be sent to Slack: by Slack's own types, in one run of the compiler, and by the limits that no type holds
// (https://docs.slack.dev/reference/block-kit). One payload a line of JSON {kind: 'message' | 'modal' | 'response', name, sent}; one fault a line.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const payloads = (await text(process.stdin)).split('\n').filter(Boolean).map(line => JSON.parse(line))
const faults = new Set()
const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value)

// A modal's blocks are typed so loosely that almost anything passes: they are closed to the known ones here.
const prelude = `import type { KnownBlock, MessageMetadata, ModalView } from '@slack/types'
export type modal = Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] }
export type message = { text: string; blocks: KnownBlock[]; metadata?: MessageMetadata }
export type response = { response_action: 'errors'; errors: Record<string, string> }
`
const typed = ({ kind, sent: { text, blocks, metadata, ...rest } }) => kind === 'message' ? { text, blocks, metadata } : { ...(text && { text }), ...(blocks && { blocks }), ...rest }

// The compiler's complaints name lines, and each payload has one. What was sent often alike is compiled once.
const lines = new Map()
for (const payload of payloads) {
  const line = `${payload.kind} = ${JSON.stringify(typed(payload))}`
  if (!lines.has(line)) lines.set(line, payload)
}
const folder = mkdtempSync(join(tmpdir(), 'moviechat-slack-check-'))
try {
  const file = join(folder, 'payloads.ts')
  writeFileSync(file, prelude + [...lines.keys()].map((line, place) => `export const p${place}: ${line}`).join('\n') + '\n')
  const modules = join(process.cwd(), 'node_modules')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      target: 'ES2022', module: 'node16', moduleResolution: 'node16', types: [], strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true,
      paths: { '@slack/types': [join(modules, '@slack/types')] },
    },
    files: ['payloads.ts'],
  }))
  const compiler = createRequire(process.cwd() + '/').resolve('typescript/bin/tsc')
  const run = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error) throw run.error
  const first = prelude.split('\n').length
  for (const complaint of run.stdout.split('\n').filter(line => /error TS/.test(line))) {
    const place = /payloads\.ts\((\d+),/.exec(complaint)
    const payload = place && [...lines.values()][Number(place[1]) - first]
    faults.add(payload ? `${payload.name}: ${complaint.replace(/^.*?error /, '')}: ${JSON.stringify(payload.sent).slice(0, 400)}` : complaint)
  }
  if (run.status !== 0 && faults.size === 0) throw new Error(run.stdout + run.stderr)
} finally {
  rmSync(folder, { recursive: true })
}

const most = { 'plain_text.text': 3000, 'text.text': 3000, 'button.value': 2000, 'button.url': 3000, 'button.action_id': 255, 'link.url': 3000, 'image.image_url': 3000, 'image.alt_text': 2000,
  'input.block_id': 255, 'actions.block_id': 255, 'plain_text_input.initial_value': 3000, 'modal.private_metadata': 3000, 'modal.callback_id': 255 }
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

for (const { kind, name, sent } of payloads) {
  const say = what => faults.add(`${name}: ${what}: ${JSON.stringify(sent).slice(0, 400)}`)
  const walk = value => {
    if (typeof value === 'string' && hidden.test(value)) say('holds a control character or half a letter')
    if (Array.isArray(value)) value.forEach(walk)
    if (!isObject(value)) return
    for (const [key, inner] of Object.entries(value)) {
      const limit = most[`${value.type}.${key}`]
      if (limit && typeof inner === 'string' && (inner.length > limit || inner.trim() === '' && value.type !== 'text')) say(`${value.type}.${key} has ${inner.length} characters`)
      if (inner === '') say(`${value.type}.${key} is empty`)
      walk(inner)
    }
    if (value.type?.startsWith('rich_text') && value.elements.length === 0) say(`${value.type} is empty`)
    if (value.type === 'mrkdwn' || value.type === 'markdown') say('film text could be read as markup')
    if (value.type === 'plain_text' && value.emoji !== false) say('emoji codes in plain text would be drawn')
    if (value.type === 'button' && value.text.text.length > 75) say('a button has too long a label')
    if (value.type === 'actions' && value.elements.length > 25) say('too many buttons')
    if (value.type === 'plain_text_input' && !(value.max_length >= 1 && value.max_length <= 3000 && (value.initial_value ?? '').length <= value.max_length)) say('an input has impossible lengths')
  }
  walk(kind === 'message' ? { text: sent.text, blocks: sent.blocks } : sent)
  if (kind === 'message') {
    if (sent.text.length > 4000) say(`text has ${sent.text.length} characters`)
    if (sent.blocks.length < 1 || sent.blocks.length > 50) say(`${sent.blocks.length} blocks`)
    const size = [...JSON.stringify(sent.blocks)].reduce((sum, letter) => sum + (letter === '&' ? 5 : letter === '<' || letter === '>' ? 4 : letter.length), 0)
    if (size > 12000) say(`the blocks have ${size} characters`)
    const ids = sent.blocks.filter(block => block.type === 'actions').flatMap(block => block.elements.map(button => button.action_id))
    if (new Set(ids).size < ids.length) say('two buttons have one name')
  }
  if (kind === 'modal') {
    for (const part of ['title', 'submit', 'close']) if (!(sent[part]?.text.length <= 24)) say(`${part} is missing or too long`)
    if (sent.blocks.length < 1 || sent.blocks.length > 100) say(`${sent.blocks.length} blocks`)
    if (Buffer.byteLength(JSON.stringify(sent)) > 250000) say('the view is too large')
    const ids = sent.blocks.map(block => block.block_id)
    if (new Set(ids).size < ids.length) say('two blocks have one name')
  }
}
for (const fault of faults) console.log(fault.replaceAll('\n', ' '))
