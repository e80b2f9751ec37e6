import { createServer } from 'node:http'
import sirv from 'sirv'

/** Names under which a build keeps a file have a digest of its content: they may be kept for ever. */
const NEVER_CHANGES = 'public, max-age=31536000, immutable'
/** Kept, but asked for again each time: an answer of 304 costs nothing. */
const ASK_AGAIN = 'no-cache'

/** @param {import('./settings.js').Config} config */
export function contentSecurityPolicy({ apiUrl, supabaseUrl, storageOrigins }) {
  const storage = storageOrigins.join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' ${storage}`,
    `connect-src 'self' ${new URL(apiUrl).origin} ${new URL(supabaseUrl).origin} ${storage}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * The built site, its settings at `/config.json`, and `/health`. Addresses that are no files are the application's own.
 *
 * @param {string} folder what the build has written
 * @param {import('./settings.js').Config} config
 */
export function site(folder, config) {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(config),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
  const settings = JSON.stringify(config)
  const files = sirv(folder, {
    brotli: true,
    etag: true,
    gzip: true,
    single: true,
    setHeaders: (response, path) =>
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? NEVER_CHANGES : ASK_AGAIN),
  })
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const path = (request.url ?? '/').split('?', 1)[0]
    if (path === '/health') {
      json(response, 'no-store', '{"status":"healthy"}')
    } else if (path === '/config.json') {
      json(response, ASK_AGAIN, settings)
    } else {
      files(request, response, () => {
        response.writeHead(404, { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' }).end('Not found\n')
      })
    }
  })
}

/** @param {import('node:http').ServerResponse} response @param {string} cache @param {string} text */
function json(response, cache, text) {
  response.writeHead(200, {
    'Cache-Control': cache,
    'Content-Length': Buffer.byteLength(text),
    'Content-Type': 'application/json',
  })
  response.end(response.req.method === 'HEAD' ? undefined : text)
}
