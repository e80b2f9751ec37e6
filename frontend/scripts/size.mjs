// Fails when a first load is larger than promised: the page, and every script, style sheet and Latin font that is needed
// before a visitor's first page (or that of somebody who is signed in) is shown, as brotli sends them.
import { readFile, stat } from 'node:fs/promises'

const LIMIT = 250_000
const ALWAYS = ['src/i18n/pt-BR/index.ts']
/** @type {Record<string, string[]>} */
const FIRST_PAGES = {
  '/sign-in': ['src/account/SignInPage.tsx'],
  '/': ['src/app/Shell.tsx', 'src/projects/ProjectsPage.tsx'],
}

/** @typedef {{ file: string, isEntry?: boolean, css?: string[], assets?: string[], imports?: string[] }} Chunk */
const dist = new URL('../dist/', import.meta.url)
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))

/** @param {string} name @param {Set<string>} files @param {Set<string>} seen */
function need(name, files, seen) {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`the build has no ${name}; mend the list of what is loaded first`)
  if (seen.has(name)) return
  seen.add(name)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  for (const asset of chunk.assets ?? []) if (/-latin-(wght|700)-normal.*\.woff2$/.test(asset)) files.add(asset)
  for (const imported of chunk.imports ?? []) need(imported, files, seen)
}

/** @param {string} file */
async function bytesSent(file) {
  return (await stat(new URL(/\.(js|css|html)$/.test(file) ? `${file}.br` : file, dist))).size
}

const entry = Object.keys(manifest).find(name => manifest[name]?.isEntry)
if (!entry) throw new Error('the build has no entry')
for (const [page, chunks] of Object.entries(FIRST_PAGES)) {
  /** @type {Set<string>} */
  const files = new Set(['index.html', 'theme.js'])
  const seen = new Set()
  for (const name of [entry, ...ALWAYS, ...chunks]) need(name, files, seen)
  const sizes = await Promise.all([...files].map(async file => ({ file, size: await bytesSent(file) })))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  console.log(`${page.padEnd(10)} ${total} bytes compressed, in ${files.size} files; at most ${LIMIT}`)
  if (total > LIMIT) {
    for (const { file, size } of sizes.sort((a, b) => b.size - a.size))
      console.error(`${String(size).padStart(9)}  ${file}`)
    console.error('The first load is too large: have something loaded on demand.')
    process.exitCode = 1
  }
}
