// Takes forms for images/edits as a server would, with a parser that is not ours, and answers with a picture. GET gives what the last form held.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

// The packages are installed in the folder that this is started in, not beside this file.
const { Busboy } = createRequire(process.cwd() + '/')('@fastify/busboy')
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let last = null

const server = createServer((request, response) => {
  const answer = body => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (request.method === 'GET') return answer(last)
  const form = { path: request.url, fields: [], files: [] }
  const parser = new Busboy({ headers: request.headers })
  parser.on('field', (name, value) => form.fields.push([name, value]))
  parser.on('file', (name, stream, fileName, encoding, contentType) => {
    const hash = createHash('sha256')
    let length = 0
    stream.on('data', part => { hash.update(part); length += part.length })
    stream.on('end', () => form.files.push({ name, fileName, contentType, length, sha256: hash.digest('hex') }))
  })
  parser.on('finish', () => {
    last = form
    answer({ created: 1, data: [{ b64_json: picture }], usage: { input_tokens: 40, output_tokens: 2, total_tokens: 42 } })
  })
  request.pipe(parser)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('form reader listening'))
