// Passes connections on, as the proxy of a platform does, or from the address of a bridge to servers that listen on
// localhost alone:   node forward.mjs LISTEN_HOST LISTEN_PORT HOST PORT [LISTEN_HOST LISTEN_PORT HOST PORT]...
// With REFUSAL=http, who connects while the target is away gets a 502 that says so, as the proxies of platforms answer.
import { connect, createServer } from 'node:net'

const REFUSAL =
  process.env.REFUSAL === 'http' &&
  'HTTP/1.1 502 Bad Gateway\r\nX-Refused: true\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
const args = process.argv.slice(2)
for (let i = 0; i < args.length; i += 4) {
  const [listenHost, listenPort, host, port] = args.slice(i, i + 4)
  createServer(client => {
    const server = connect({ host, port: Number(port) })
    let connected = false
    server.on('connect', () => {
      connected = true
      client.pipe(server).pipe(client)
    })
    client.on('error', () => server.destroy())
    server.on('error', () => (connected || !REFUSAL ? client.resetAndDestroy() : client.end(REFUSAL)))
    client.on('close', () => server.destroy())
    server.on('close', () => connected && client.destroy())
  })
    .on('error', error => {
      console.error(`forward: ${listenHost}:${listenPort}: ${error.message}`)
      process.exit(1)
    })
    .listen({ host: listenHost, port: Number(listenPort), backlog: 511 })
}
process.on('SIGTERM', () => process.exit(0))
