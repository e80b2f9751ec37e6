// A user uploads a PDF of 300 pages and 70 MiB, and finds a sentence of one of its last pages.
//   node large-pdf.mjs FRONTEND_ADDRESS
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'

const PAGES = 300
const PICTURE_BYTES = 70 * 1024 * 1024
const READ_MS = 120_000
const [frontend] = process.argv.slice(2)
const { apiUrl, supabaseUrl, supabaseAnonKey } = await (await fetch(`${frontend}/config.json`)).json()

/** Texts of Helvetica, and a picture that is only bytes. */
function pdf(pages) {
  const parts = []
  const places = []
  let length = 0
  const put = part => {
    parts.push(Buffer.from(part))
    length += parts.at(-1).length
  }
  const object = (dictionary, stream) => {
    places.push(length)
    put(`${places.length} 0 obj\n${dictionary}\n`)
    if (stream) {
      put('stream\n')
      put(stream)
      put('\nendstream\n')
    }
    put('endobj\n')
  }
  put('%PDF-1.7\n')
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [i, lines] of pages.entries()) {
    const content = `BT /F1 11 Tf 60 760 Td 14 TL ${lines.map(line => `(${line}) '`).join('\n')} ET`
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    object(`<< /Length ${content.length} >>`, content)
  }
  object(`<< /Length ${PICTURE_BYTES} >>`, randomBytes(PICTURE_BYTES))
  const table = length
  put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`)
  for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const WORDS = ['harvest', 'paper', 'letter', 'campaign', 'colour', 'market', 'voice', 'season', 'picture', 'island', 'copper', 'lantern']
const line = (page, row) => Array.from({ length: 12 }, (_, i) => WORDS[(page * 7 + row * 5 + i * i) % WORDS.length]).join(' ') + '.'
const pages = Array.from({ length: PAGES }, (_, page) => Array.from({ length: 25 }, (_, row) => line(page, row)))
pages[270][12] = 'The marmalade submarine surfaces off Olinda every ninth Thursday.'

async function call(method, address, headers, body) {
  const response = await fetch(address, { method, headers, body, signal: AbortSignal.timeout(120_000) })
  if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
const { access_token } = await call(
  'POST',
  `${supabaseUrl}/auth/v1/signup`,
  { apikey: supabaseAnonKey, 'Content-Type': 'application/json' },
  JSON.stringify({ email: `reader-${randomUUID()}@example.com`, password: randomUUID() }),
)
const authorization = { Authorization: `Bearer ${access_token}` }
const api = (method, path, json) =>
  call(method, `${apiUrl}/api/v1${path}`, { ...authorization, 'Content-Type': 'application/json' }, json && JSON.stringify(json))

const project = await api('POST', '/projects', { name: 'Reading' })
const form = new FormData()
form.set('file', new Blob([pdf(pages)], { type: 'application/pdf' }), 'large.pdf')
let begin = performance.now()
const told = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
const document = await call('POST', `${apiUrl}/api/v1/projects/${project.id}/documents/upload`, authorization, form)
console.log(`uploaded in ${told()}`)
begin = performance.now()
for (;;) {
  const { ingestion, ingestionError } = await api('GET', `/documents/${document.id}`)
  if (ingestion === 'ready') break
  assert.notEqual(ingestion, 'failed', ingestionError)
  assert.ok(performance.now() - begin < READ_MS, `it is still ${ingestion} after ${told()}`)
  await new Promise(done => setTimeout(done, 200))
}
console.log(`read and ready to be searched after ${told()}`)
const { passages } = await api('POST', `/projects/${project.id}/search`, { query: 'marmalade submarine', limit: 3 })
assert.match(passages[0]?.content ?? '', /marmalade submarine/)
console.log(`found: page ${passages[0].location.page}`)
assert.equal(passages[0].location.page, 271)
