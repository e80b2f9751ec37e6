// Speaks as OpenRouter does, for the key in OPENROUTER_API_KEY: texts as streams of events, pictures in the answer, usage.
//   node openrouter.mjs HOST PORT
import { createServer } from 'node:http'
import { crc32, deflateSync } from 'node:zlib'

const [host, port] = process.argv.slice(2)
const KEY = process.env.OPENROUTER_API_KEY
const WORD_MS = 20

function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG of one colour. */
function picture(width, height) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + 3 * width), 0x7f)
  for (let y = 0; y < height; y++) rows[y * (1 + 3 * width)] = 0
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
const PICTURE = `data:image/png;base64,${picture(64, 36).toString('base64')}`

const json = (response, status, value) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))

/** Says something of what it was asked about: of passages, the sentence that the journey asks for, cited. */
function text(prompt) {
  if (prompt.includes('On which day do orders ship?')) return 'Orders ship on Mondays. [1]'
  const product = /announcement of ([^.\n]+)/.exec(prompt)?.[1] ?? 'it'
  return `${product} is here. Made with care, and ready for you.`
}

async function write(response, model, prompt) {
  const words = text(prompt).split(/(?<= )/)
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(': OPENROUTER PROCESSING\n\n')
  const send = value => response.write(`data: ${JSON.stringify({ model, ...value })}\n\n`)
  for (const [i, content] of words.entries()) {
    await new Promise(done => setTimeout(done, WORD_MS))
    send({ choices: [{ index: 0, delta: { content }, ...(i === words.length - 1 && { finish_reason: 'stop' }) }] })
  }
  send({ choices: [], usage: { prompt_tokens: 40, completion_tokens: words.length, cost: 0.0001 } })
  response.end('data: [DONE]\n\n')
}

const ASKING = new Set(['every', 'that', 'this', 'what', 'when', 'where', 'which', 'with'])

/** Texts that share words, in whatever form, are near to each other. */
function vector(text, dimension) {
  const values = new Array(dimension).fill(0)
  values[0] = 0.01
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    if (!ASKING.has(word)) values[crc32(word.slice(0, 4)) % dimension] = 1
  }
  return values
}

const embed = (response, { model, input, dimensions = 1536 }) =>
  json(response, 200, {
    model,
    data: [input].flat().map((text, index) => ({ index, embedding: vector(text, dimensions) })),
    usage: { prompt_tokens: 10, total_tokens: 10, cost: 0.00001 },
  })

const paint = (response, model) =>
  json(response, 200, {
    model,
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: '', images: [{ type: 'image_url', image_url: { url: PICTURE } }] },
      },
    ],
    usage: { prompt_tokens: 7, completion_tokens: 1290, cost: 0.001 },
  })

createServer(async (request, response) => {
  if (request.headers.authorization !== `Bearer ${KEY}`) {
    return json(response, 401, { error: { code: 401, message: 'No auth credentials found' } })
  }
  const path = request.url.split('?')[0]
  if (path === '/api/v1/key') return json(response, 200, { data: { label: 'stand-in', usage: 0, limit: null } })
  if (path === '/api/v1/models') return json(response, 200, { data: [] })
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = JSON.parse(Buffer.concat(chunks).toString())
  if (path === '/api/v1/embeddings') return embed(response, body)
  if (path !== '/api/v1/chat/completions') return json(response, 404, { error: { code: 404, message: 'Not found' } })
  const prompt = JSON.stringify(body.messages)
  return body.stream ? write(response, body.model, prompt) : paint(response, body.model)
}).listen(Number(port), host)
process.on('SIGTERM', () => process.exit(0))
