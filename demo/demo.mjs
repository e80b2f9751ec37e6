// The main job, done once as a new user would; with --all every workflow template after it. Prints each step with its time; exits 1
// and says why when one fails.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createClient } from '@supabase/supabase-js'
import ws from 'ws'
import { events } from './events.mjs'

const { API_URL, SUPABASE_URL, SUPABASE_ANON_KEY } = process.env
const supabase = createClient(SUPABASE_URL, SUPABASE_ANON_KEY, {
  auth: { persistSession: false, detectSessionInUrl: false },
  realtime: { transport: ws }, // Node before 22 has no WebSocket of its own
})
const email = `ada-${randomUUID()}@example.com`
const password = randomUUID()

async function step(name, work) {
  const begin = performance.now()
  try {
    const { seen, ...result } = await work()
    console.log(`${(performance.now() - begin).toFixed(0).padStart(6)} ms  ${name.padEnd(26)} ${seen}`)
    return result
  } catch (error) {
    console.error(`FAILED     ${name}: ${error.message}`)
    process.exit(1)
  }
}

async function call(method, path, { json, body, headers = {} } = {}) {
  const { data } = await supabase.auth.getSession()
  const response = await fetch(`${API_URL}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${data.session.access_token}`,
      ...(json && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: json ? JSON.stringify(json) : body,
  })
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  }
  return response
}

const answer = async (...request) => (await call(...request)).json()
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')

const definition = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { label: 'Brief', inputVariables: [{ name: 'product', type: 'text', required: true }] },
    },
    {
      id: 'announcement',
      type: 'text_generation',
      position: { x: 240, y: 0 },
      data: {
        label: 'Announcement',
        title: 'Announcement of {product}',
        prompt:
          'Write a short announcement of {product}.\n\nContext: {product} is roasted in small batches in Recife. ' +
          'It tastes of cocoa and orange. Every bag carries the date of its roast. Orders ship on Mondays.',
      },
    },
    {
      id: 'picture',
      type: 'image_generation',
      position: { x: 480, y: 0 },
      data: { label: 'Picture', title: '{product}', prompt: 'Sunrise over the sea. {{announcement.content}}', aspect_ratio: '16:9' },
    },
    { id: 'finish', type: 'finish', position: { x: 720, y: 0 }, data: { label: 'Done' } },
  ],
  edges: [
    { id: 'e1', source: 'start', target: 'announcement' },
    { id: 'e2', source: 'announcement', target: 'picture' },
    { id: 'e3', source: 'picture', target: 'finish' },
  ],
}

// Follows a run to its end, and approves whatever waits for a person.
async function follow(run) {
  const stream = await call('GET', `/runs/${run.id}/events`, { headers: { Accept: 'text/event-stream' } })
  let last
  for await (const event of events(stream.body)) {
    if (event.event === 'run.waiting_for_review') {
      const { nodeId } = JSON.parse(event.data)
      await call('POST', `/runs/${run.id}/steps/${nodeId}/review`, { json: { decision: 'approve', comment: 'Good.' } })
    }
    last = event.id ? event : last
  }
  assert.equal(last.event, 'run.completed', last.data)
}

// What a person would fill in: all that is asked for and has no default.
function inputsOf(definition) {
  const { inputVariables } = definition.nodes.find(node => node.type === 'start').data
  const asked = inputVariables.filter(input => input.required && !('default' in input))
  return Object.fromEntries(asked.map(input => [input.name, 'Aurora coffee']))
}

async function runTemplate(project, template) {
  const workflow = await answer('POST', `/projects/${project.id}/workflows/from-template`, {
    json: { templateId: template.id },
  })
  const run = await answer('POST', `/workflows/${workflow.id}/runs`, { json: { inputs: inputsOf(template.definition) } })
  await follow(run)
  const { items: steps } = await answer('GET', `/runs/${run.id}/steps`)
  const { outputs } = await answer('GET', `/runs/${run.id}`)
  const pictures = Object.values(outputs).filter(output => output.file_url)
  for (const picture of pictures) {
    assert.equal((await fetch(picture.file_url)).headers.get('content-type'), 'image/png')
  }
  const shown = pictures.map(picture => `, ${picture.file_url}`).join('')
  return { seen: `${steps.filter(step => step.status === 'completed').length} steps${shown}` }
}

const begin = performance.now()

await step('sign up', async () => {
  const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { full_name: 'Ada' } } })
  assert.ifError(error)
  return { seen: data.user.email }
})
await step('sign in', async () => {
  await supabase.auth.signOut()
  const { error } = await supabase.auth.signInWithPassword({ email, password })
  assert.ifError(error)
  const me = await answer('GET', '/me')
  assert.equal(me.email, email)
  return { seen: `${me.fullName}, ${me.id}` }
})
const { project } = await step('create a project', async () => {
  const project = await answer('POST', '/projects', { json: { name: 'Spring campaign', description: 'Coffee' } })
  return { project, seen: project.id }
})
await step('upload a file', async () => {
  const bytes = await readFile(new URL('../LICENSE', import.meta.url))
  const form = new FormData()
  form.set('file', new Blob([bytes], { type: 'text/plain' }), 'LICENSE.txt')
  const file = await answer('POST', `/projects/${project.id}/files`, { body: form })
  assert.equal(file.sha256, sha256(bytes))
  const content = Buffer.from(await (await call('GET', `/files/${file.id}/content`)).arrayBuffer())
  assert.equal(sha256(content), sha256(bytes))
  return { seen: `${file.fileName}, ${file.size} bytes, ${file.state}` }
})
await step('create a text document', async () => {
  const document = await answer('POST', `/projects/${project.id}/documents`, {
    json: { title: 'Tone of voice', content: 'Warm, short, no exclamation marks.' },
  })
  return { seen: document.title }
})
const { brief } = await step('upload a document', async () => {
  const text =
    '# Aurora coffee\n\nAurora coffee is roasted in small batches in Recife. It tastes of cocoa and orange.\n\n' +
    '# Shipping\n\nOrders ship on Mondays. Every bag carries the date of its roast.\n'
  const form = new FormData()
  form.set('title', 'Brief')
  form.set('file', new Blob([text], { type: 'text/markdown' }), 'brief.md')
  const document = await answer('POST', `/projects/${project.id}/documents/upload`, { body: form })
  assert.equal(document.ingestion, 'pending')
  return { brief: document, seen: `${document.title}, ${document.ingestion}` }
})
await step('wait until it is found', async () => {
  const deadline = performance.now() + 60_000
  for (;;) {
    const { ingestion, ingestionError } = await answer('GET', `/documents/${brief.id}`)
    if (ingestion === 'ready') {
      return { seen: ingestion }
    }
    assert.notEqual(ingestion, 'failed', ingestionError)
    assert.ok(performance.now() < deadline, `it is still ${ingestion} after a minute`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
})
await step('ask a question about it', async () => {
  const { answer: text, citations } = await answer('POST', `/projects/${project.id}/ask`, {
    json: { question: 'On which day do orders ship?' },
  })
  assert.match(text, /Monday/)
  const citation = citations.find(each => each.documentId === brief.id)
  assert.ok(citation, 'the document is not cited')
  console.log(`           | ${text}`)
  return { seen: `[${citation.number}] ${citation.title}, ${citation.location.heading}: "${citation.quote}"` }
})
const { workflow } = await step('create a workflow', async () => {
  const workflow = await answer('POST', `/projects/${project.id}/workflows`, {
    json: { name: 'Announcement with picture', definition },
  })
  return { workflow, seen: `version ${workflow.version}` }
})
const { run } = await step('start a run', async () => {
  const run = await answer('POST', `/workflows/${workflow.id}/runs`, { json: { inputs: { product: 'Aurora coffee' } } })
  return { run, seen: `${run.id} ${run.status}` }
})
await step('follow its events', async () => {
  const stream = await call('GET', `/runs/${run.id}/events`, { headers: { Accept: 'text/event-stream' } })
  const numbers = []
  let pieces = 0
  let last
  for await (const event of events(stream.body)) {
    if (event.id) {
      numbers.push(Number(event.id))
      last = event.event
    } else {
      pieces++
    }
  }
  assert.deepEqual(numbers, numbers.map((_, index) => index + 1), 'events are missing')
  assert.equal(last, 'run.completed')
  return { seen: `${numbers.length} events and ${pieces} pieces of text, up to ${last}` }
})
const { outputs } = await step('read the text', async () => {
  const { outputs, usage } = await answer('GET', `/runs/${run.id}`)
  const document = await answer('GET', `/documents/${outputs.announcement.document_ids[0]}`)
  assert.equal(document.content, outputs.announcement.content)
  assert.match(document.content, /Aurora coffee/)
  console.log(document.content.replace(/^/gm, '           | '))
  return { outputs, seen: `${document.title}, by ${usage.models.map(used => used.model).join(' and ')}` }
})
await step('download the picture', async () => {
  const response = await fetch(outputs.picture.file_url)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'image/png')
  const bytes = Buffer.from(await response.arrayBuffer())
  assert.equal(bytes.subarray(0, 8).toString('hex'), '89504e470d0a1a0a', 'not a PNG')
  return { seen: `${bytes.readUInt32BE(16)} x ${bytes.readUInt32BE(20)}, ${bytes.length} bytes` }
})

if (process.argv.includes('--all')) {
  for (const template of (await answer('GET', '/workflow-templates')).items) {
    await step(template.id, () => runTemplate(project, template))
  }
}

console.log(`${(performance.now() - begin).toFixed(0).padStart(6)} ms  all of it`)
console.log(`picture     ${outputs.picture.file_url}`)
process.exit(0) // the SDK keeps a timer for the next refresh
