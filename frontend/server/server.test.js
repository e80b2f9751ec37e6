import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from './settings.js'
import { site } from './site.js'

const RIGHT = {
  SUPABASE_URL: 'https://ref.supabase.co/',
  SUPABASE_ANON_KEY: 'sb_publishable_x',
  API_URL: 'https://api.example.com',
}

describe('settings', () => {
  it('come from the environment, with port 3000 and any bucket of R2 unless something else is said', () => {
    expect(readSettings(RIGHT)).toEqual({
      port: 3000,
      config: {
        supabaseUrl: 'https://ref.supabase.co',
        supabaseAnonKey: 'sb_publishable_x',
        apiUrl: 'https://api.example.com',
        storageOrigins: ['https://*.r2.cloudflarestorage.com', 'https://*.r2.dev'],
      },
    })
  })

  it('narrow storage to the bucket that is named', () => {
    const storage = { R2_ENDPOINT: 'https://a.r2.cloudflarestorage.com', R2_PUBLIC_URL: 'https://files.example.com/x' }
    expect(readSettings({ ...RIGHT, ...storage }).config.storageOrigins).toEqual([
      'https://a.r2.cloudflarestorage.com',
      'https://files.example.com',
    ])
  })

  it('that are wrong are named all at once', () => {
    expect(() => readSettings({ API_URL: 'api.example.com', PORT: '-1' })).toThrow(
      /SUPABASE_URL[^]*API_URL[^]*PORT|SUPABASE_URL[^]*SUPABASE_ANON_KEY[^]*API_URL/,
    )
  })

  it('show no secret key to visitors', () => {
    const payload = Buffer.from('{"role":"service_role"}').toString('base64url')
    for (const SUPABASE_ANON_KEY of ['sb_secret_x', `e30.${payload}.x`]) {
      expect(() => readSettings({ ...RIGHT, SUPABASE_ANON_KEY })).toThrow(/SUPABASE_ANON_KEY is a secret key/)
    }
  })
})

describe('the site', () => {
  /** @type {string} */ let folder
  /** @type {string} */ let address
  /** @type {import('node:http').Server} */ let server

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atelier-site-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html>')
    await writeFile(join(folder, 'assets', 'app-1.js'), 'let all')
    await writeFile(join(folder, 'assets', 'app-1.js.gz'), gzipSync('let all'))
    server = site(folder, readSettings(RIGHT).config).listen(0, '127.0.0.1')
    await once(server, 'listening')
    address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`
  })
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })

  /** @param {string} path @param {RequestInit} [init] */
  const get = (path, init) => fetch(address + path, init)

  it('has files for ever, whose names change with them', async () => {
    const response = await get('/assets/app-1.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toMatch(/javascript/)
  })

  it('has the page for every address of the application, and asks again each time', async () => {
    for (const path of ['/', '/projects/7', '/sign-in?next=/']) {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('etag')).toBeTruthy()
      expect(await response.text()).toBe('<!doctype html>')
    }
  })

  it('does not show the page for a file of a former build', async () => {
    const response = await get('/assets/app-0.js')
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('sends what was compressed when it was built', async () => {
    const response = await get('/assets/app-1.js', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('vary')).toMatch(/Accept-Encoding/i)
    expect(await response.text()).toBe(gunzipSync(gzipSync('let all')).toString())
  })

  it('says the settings, and asks again each time', async () => {
    const response = await get('/config.json')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.json()).toMatchObject({ apiUrl: 'https://api.example.com' })
  })

  it('admits no script and no style but its own, and talks to nobody else', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain(
      "connect-src 'self' https://api.example.com https://ref.supabase.co https://*.r2.cloudflarestorage.com https://*.r2.dev;",
    )
    expect(policy).not.toContain('unsafe')
  })

  it('is healthy, takes only reads, and shows nothing outside of its folder', async () => {
    expect((await get('/health')).status).toBe(200)
    expect((await get('/', { method: 'POST' })).status).toBe(405)
    expect(await (await get('/..%2f..%2fetc%2fpasswd')).text()).not.toContain('root:')
  })
})

describe('the program', () => {
  const main = fileURLToPath(new URL('main.js', import.meta.url))

  it('ends with 78 and says what is wrong', async () => {
    const program = spawn(process.execPath, [main], { env: {} })
    let said = ''
    program.stderr.on('data', text => (said += String(text)))
    const [code] = await once(program, 'close')
    expect(code).toBe(78)
    expect(said).toMatch(/SUPABASE_URL is missing[^]*API_URL is missing/)
  })
})
