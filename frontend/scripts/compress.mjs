// Writes compressed copies beside the files of the build, so that the server never compresses anything.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

for (const name of await readdir(dist, { recursive: true })) {
  if (!/\.(js|css|html|svg|json)$/.test(name)) continue
  const file = new URL(name, dist)
  const bytes = await readFile(file)
  await writeFile(`${file.pathname}.gz`, await gz(bytes, { level: 9 }))
  await writeFile(
    `${file.pathname}.br`,
    await brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  )
}
