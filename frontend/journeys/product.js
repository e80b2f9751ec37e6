import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PORTS = ['BACKEND', 'FRONTEND', 'MAILBOX', 'POSTGRES', 'REDIS', 'S3', 'SUPABASE']
/** The first start on a machine builds the whole product. */
const PATIENCE_MS = 600_000

/** @typedef {{ site: string, api: string, supabase: string, anonKey: string, mailbox: string, storage: string }} Addresses */

/**
 * Ports that nobody has. They are below those from which systems take the near end of outgoing connections: one of those may
 * be somebody's connection by the time a server listens on it, or while that server is killed and started again.
 */
async function freePorts() {
  /** @type {Record<string, string>} */
  const ports = {}
  let port = 12_000 + Math.floor(Math.random() * 7_000)
  for (const name of PORTS) {
    do port++
    while (!(await isFree(port)))
    ports[`${name}_PORT`] = String(port)
  }
  return ports
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** The whole product as `./start` runs it, with ports and data of its own. */
export class Product {
  /** @param {import('node:child_process').ChildProcess} process @param {string} data @param {Addresses} addresses */
  constructor(process, data, addresses) {
    this.process = process
    this.data = data
    this.addresses = addresses
  }

  static async start() {
    const data = await mkdtemp(join(tmpdir(), 'atelier-journeys-'))
    const ports = await freePorts()
    const script = fileURLToPath(new URL('../../start', import.meta.url))
    const started = spawn(script, ['--data', data], {
      env: { ...process.env, ...ports },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = await ready(started)
    const environment = await readFile(join(data, 'environment'), 'utf8')
    /** @param {string} name */
    const value = name => (new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(environment) ?? [])[1] ?? ''
    return new Product(started, data, {
      site: lines.at(-1)?.replace('ready ', '') ?? '',
      api: `http://localhost:${ports.BACKEND_PORT}`,
      supabase: value('SUPABASE_URL'),
      anonKey: value('SUPABASE_ANON_KEY'),
      mailbox: value('MAILBOX_URL'),
      storage: new URL(value('R2_PUBLIC_URL')).origin,
    })
  }

  /** Kills the backend as if its machine had failed; `./start` starts it again after a second. */
  async killBackend() {
    for (const pid of await readdir('/proc')) {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      if (parent !== this.process.pid) continue
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (command.split('\0').includes('backend')) {
        process.kill(Number(pid), 'SIGKILL')
        return
      }
    }
    throw new Error('there is no backend among what ./start has started')
  }

  async stop() {
    const ended = once(this.process, 'exit')
    this.process.kill('SIGTERM')
    await ended
    await rm(this.data, { recursive: true, force: true })
  }
}

/** @param {import('node:child_process').ChildProcess} started @returns {Promise<string[]>} */
function ready(started) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    let lines = []
    let rest = ''
    const timer = setTimeout(() => {
      started.kill('SIGTERM')
      reject(new Error('./start is not ready in time'))
    }, PATIENCE_MS)
    started.once('exit', code => reject(new Error(`./start ended with ${code}: ${lines.join('\n')}`)))
    started.stdout?.setEncoding('utf8').on('data', text => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      lines = [...lines, ...parts].slice(-40)
      if (parts.some(line => line.startsWith('ready http'))) {
        clearTimeout(timer)
        resolve(lines)
      }
    })
  })
}
