// Users at work, each as a careful client does it: tries again what was refused, names its requests so that nothing is done
// twice, resumes a stream where it was cut. At the end, everything that was promised to them must be there.
//   node users.mjs FRONTEND_ADDRESS USERS SECONDS [PHASE...]
// Says "begun" when all have signed up and work. SIGUSR2 ends a phase of their work, and the last one ends it; it ends after the given
// seconds in any case. A line of JSON tells what happened in each phase, and one what was lost; exit code 1 when something was.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { events } from '../demo/events.mjs'

const [frontend, count, seconds, ...names] = process.argv.slice(2)
const { apiUrl, supabaseUrl, supabaseAnonKey } = await (await fetch(`${frontend}/config.json`)).json()
const PATIENCE_MS = 120_000
const RUN_MS = 180_000
const UPLOAD_BYTES = 64 * 1024
const THINK_MS = { least: 2000, most: 6000 }
const AWAY = new Set([429, 502, 503, 504])

/** What happened within one phase, and how busy this program and the machine were with it. */
class Phase {
  seen = { requests: 0, uploads: 0, runs: 0, events: 0, refused: 0, unavailable: {}, cut: 0, late: 0, resumed: 0 }
  times = []
  runTimes = []
  begin = performance.now()
  used = process.cpuUsage()
  machine = cpuTimes()
  lag = monitorEventLoopDelay()

  constructor(name) {
    this.name = name
    this.lag.enable()
  }

  end() {
    this.lag.disable()
    const seconds = (performance.now() - this.begin) / 1000
    const { user, system } = process.cpuUsage(this.used)
    const { idle, all } = cpuTimes()
    const percent = share => Math.round(100 * share)
    this.busy = {
      seconds: Math.round(seconds),
      machineBusyPercent: percent(1 - (idle - this.machine.idle) / (all - this.machine.all)),
      thisProgram: { cpuPercent: percent((user + system) / 1e6 / seconds), lagMs: Math.round(this.lag.percentile(99) / 1e6) },
    }
  }

  told() {
    return { phase: this.name, ...this.seen, ms: quantiles(this.times), runMs: quantiles(this.runTimes), ...this.busy }
  }
}

const cpuTimes = () =>
  cpus().reduce(
    ({ idle, all }, { times }) => ({ idle: idle + times.idle, all: all + Object.values(times).reduce((a, b) => a + b) }),
    { idle: 0, all: 0 },
  )

function quantiles(times) {
  times.sort((a, b) => a - b)
  const at = share => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

const coming = names.length > 0 ? names : ['work']
const phases = []
let now = new Phase('begin')
let working = true
function next() {
  now.end()
  if (coming.length > 0) phases.push((now = new Phase(coming.shift())))
  else working = false
}
const lost = []
const sleep = ms => new Promise(done => setTimeout(done, ms))
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')

/** What the proxy could not pass on is refused; the backend names its reason; all else that breaks is a cut connection. */
function record(response, text) {
  if (response === undefined) now.seen.cut++
  else if (response.headers.get('x-refused')) now.seen.refused++
  else {
    const reason = /"code":"(\w+)"/.exec(text)?.[1] ?? response.status
    now.seen.unavailable[reason] = (now.seen.unavailable[reason] ?? 0) + 1
  }
}

/** Asks until there is an answer that is one. It counts for the phase in which it was first asked. */
async function ask(method, address, { headers = {}, body } = {}) {
  const phase = now
  const begin = performance.now()
  const deadline = begin + PATIENCE_MS
  for (let pause = 200; ; pause = Math.min(2 * pause, 2000)) {
    let response
    let failure
    try {
      response = await fetch(address, { method, headers, body: body?.(), signal: AbortSignal.timeout(30_000) })
      if (!AWAY.has(response.status)) {
        const bytes = Buffer.from(await response.arrayBuffer())
        phase.seen.requests++
        phase.times.push(performance.now() - begin) // as it was felt: with what was tried before
        if (!response.ok) throw new Refusal(`${method} ${new URL(address).pathname} answered ${response.status}: ${bytes}`)
        return bytes
      }
      failure = await response.text()
      record(response, failure)
    } catch (error) {
      if (error instanceof Refusal) throw error
      failure = error.cause?.code ?? error.message
      if (error.name === 'TimeoutError') now.seen.late++
      else record()
    }
    if (performance.now() > deadline) throw new Refusal(`${method} ${new URL(address).pathname}: ${failure}`)
    await sleep(pause * (0.5 + Math.random()))
  }
}
class Refusal extends Error {}

const definition = {
  nodes: [
    { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: { label: 'Brief', inputVariables: [{ name: 'product', type: 'text', required: true }] } },
    { id: 'text', type: 'text_generation', position: { x: 1, y: 0 }, data: { label: 'Text', prompt: 'Write a short announcement of {product}.' } },
    { id: 'finish', type: 'finish', position: { x: 2, y: 0 }, data: { label: 'Done' } },
  ],
  edges: [
    { id: 'e1', source: 'start', target: 'text' },
    { id: 'e2', source: 'text', target: 'finish' },
  ],
}

class User {
  runs = []
  files = []

  async begin() {
    const session = JSON.parse(
      await ask('POST', `${supabaseUrl}/auth/v1/signup`, {
        headers: { apikey: supabaseAnonKey, 'Content-Type': 'application/json' },
        body: () => JSON.stringify({ email: `user-${randomUUID()}@example.com`, password: randomUUID() }),
      }),
    )
    this.authorization = { Authorization: `Bearer ${session.access_token}` }
    this.project = await this.post('/projects', { name: 'Load', description: '' })
    this.workflow = await this.post(`/projects/${this.project.id}/workflows`, { name: 'Announce', definition })
    await this.upload()
  }

  async get(path) {
    return JSON.parse(await ask('GET', `${apiUrl}/api/v1${path}`, { headers: this.authorization }))
  }

  async post(path, json) {
    const headers = { ...this.authorization, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
    return JSON.parse(await ask('POST', `${apiUrl}/api/v1${path}`, { headers, body: () => JSON.stringify(json) }))
  }

  async upload() {
    const bytes = randomBytes(UPLOAD_BYTES)
    const file = JSON.parse(
      await ask('POST', `${apiUrl}/api/v1/projects/${this.project.id}/files`, {
        headers: { ...this.authorization, 'Idempotency-Key': randomUUID() },
        body: () => {
          const form = new FormData()
          form.set('file', new Blob([bytes], { type: 'application/octet-stream' }), 'bytes.bin')
          return form
        },
      }),
    )
    now.seen.uploads++
    this.files.push({ id: file.id, digest: sha256(bytes) })
  }

  async run() {
    const phase = now
    const begin = performance.now()
    const run = await this.post(`/workflows/${this.workflow.id}/runs`, { inputs: { product: 'Aurora coffee' } })
    this.runs.push(run.id)
    phase.seen.runs++
    await this.follow(run.id)
    phase.runTimes.push(performance.now() - begin)
  }

  /** Reads the events of a run, resuming until its last one. */
  async follow(id) {
    const deadline = performance.now() + RUN_MS
    let last = 0
    for (;;) {
      if (performance.now() > deadline) throw new Refusal(`run ${id} has not ended after ${RUN_MS} ms, at event ${last}`)
      try {
        const response = await fetch(`${apiUrl}/api/v1/runs/${id}/events`, {
          headers: { ...this.authorization, Accept: 'text/event-stream', ...(last > 0 && { 'Last-Event-ID': String(last) }) },
          signal: AbortSignal.timeout(60_000),
        })
        if (!response.ok) {
          const text = await response.text()
          if (!AWAY.has(response.status)) throw new Refusal(`the events of ${id} answered ${response.status}: ${text}`)
          record(response, text)
          await sleep(1000)
          continue
        }
        for await (const event of events(response.body)) {
          if (!event.id) continue
          if (Number(event.id) !== last + 1) lost.push(`event ${last + 1} of run ${id}: ${event.id} came`)
          last = Number(event.id)
          now.seen.events++
          if (event.event === 'run.completed') return
          if (['run.failed', 'run.stopped'].includes(event.event)) throw new Refusal(`run ${id}: ${event.event} ${event.data}`)
        }
      } catch (error) {
        if (error instanceof Refusal) throw error
      }
      now.seen.resumed++ // the stream ended before the run did
      await sleep(500)
    }
  }

  /** What somebody does who has a product of this kind open: mostly looks, now and then has something made. */
  actions = [
    () => this.get('/projects'),
    () => this.get(`/projects/${this.project.id}/files`),
    () => this.upload(),
    () => this.get(`/projects/${this.project.id}/workflows`),
    () => this.get(`/workflows/${this.workflow.id}`),
    () => this.run(),
    () => this.get(`/projects/${this.project.id}/documents`),
    () => this.get(`/workflows/${this.workflow.id}/runs`),
  ]

  async work(first) {
    for (let i = first; working; i++) {
      await this.actions[i % this.actions.length]()
      await thinking()
    }
    await this.look()
  }

  /** Everything is there once, and nothing else. */
  async look() {
    const stored = await this.all(`/projects/${this.project.id}/files`)
    for (const { id, digest } of this.files) {
      const file = stored.find(one => one.id === id)
      if (file?.sha256 !== digest || file.state !== 'stored') lost.push(`file ${id}: ${JSON.stringify(file)}`)
    }
    const runs = await this.all(`/workflows/${this.workflow.id}/runs`)
    for (const id of this.runs) {
      const run = runs.find(one => one.id === id)
      if (run?.status !== 'completed') lost.push(`run ${id}: ${run?.status}`)
    }
    if (stored.length !== this.files.length) lost.push(`${stored.length} files instead of ${this.files.length}`)
    if (runs.length !== this.runs.length) lost.push(`${runs.length} runs instead of ${this.runs.length}`)
    const last = this.files.at(-1)
    const bytes = await ask('GET', `${apiUrl}/api/v1/files/${last.id}/content`, { headers: this.authorization })
    if (sha256(bytes) !== last.digest) lost.push(`the bytes of file ${last.id}`)
  }

  async all(path) {
    const items = []
    for (let cursor = ''; cursor !== null; ) {
      const page = await this.get(`${path}?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      items.push(...page.items)
      cursor = page.nextCursor
    }
    return items
  }
}

/** Nobody thinks on when the work is over. */
async function thinking() {
  const until = performance.now() + THINK_MS.least + (THINK_MS.most - THINK_MS.least) * Math.random()
  while (working && performance.now() < until) await sleep(Math.min(250, until - performance.now()))
}

const users = Array.from({ length: Number(count) }, () => new User())
const failed = error => lost.push(error.message)
await Promise.all(
  users.map(async (user, i) => {
    await sleep(i * 50) // they do not all come at once
    await user.begin().catch(failed)
  }),
)
process.on('SIGUSR2', next)
next()
console.log('begun')
setTimeout(() => {
  while (working) next()
}, 1000 * Number(seconds)).unref()
await Promise.all(users.map((user, i) => user.work(i).catch(failed)))
for (const phase of phases) console.log(JSON.stringify(phase.told()))
const sum = name => users.reduce((all, user) => all + user[name].length, 0)
console.log(JSON.stringify({ users: users.length, runs: sum('runs'), uploads: sum('files'), lost: lost.length }))
for (const what of lost.slice(0, 20)) console.error(`LOST ${what}`)
process.exit(lost.length === 0 ? 0 : 1)
