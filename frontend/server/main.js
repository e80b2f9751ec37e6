// Serves the built site until SIGTERM or SIGINT; the settings are those of the environment (see settings.js).
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { WrongSettings, readSettings } from './settings.js'
import { site } from './site.js'

const folder = fileURLToPath(new URL('../dist', import.meta.url))

try {
  const { port, config } = readSettings(process.env)
  if (!existsSync(`${folder}/index.html`))
    throw new Error(`there is no built site in ${folder}; npm run build makes it`)
  const server = site(folder, config)
  server.on('error', error => {
    console.error(`frontend: ${error.message}`)
    process.exit(1)
  })
  server.listen(port, () => console.log(`frontend listens on port ${port}`))
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      // Answers under way are finished; idle connections end at once, and none may hold us up.
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      setTimeout(() => process.exit(0), 5_000).unref()
    })
  }
} catch (error) {
  console.error(`frontend: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(error instanceof WrongSettings ? 78 : 1)
}
