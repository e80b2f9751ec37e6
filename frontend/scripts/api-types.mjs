// Writes src/api/schema.d.ts from the description of the API, as a test of adapters-http leaves it in its target folder;
// with --check it writes nothing, and fails when the file is not what it would write.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const module = new URL('../../adapters-http/', import.meta.url)
const description = new URL('target/openapi.json', module)
const parts = new URL('src/main/resources/dev/atelier/adapter/http/openapi/', module)
const types = new URL('../src/api/schema.d.ts', import.meta.url)
const remedy = './mvnw -q -pl adapters-http -am test -Dtest=OpenApiFileTest -Dsurefire.failIfNoSpecifiedTests=false'

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message)
  process.exit(1)
}

/** @param {URL} file */
const modified = async file => (await stat(file)).mtimeMs

const written = await modified(description).catch(() => fail(`There is no description of the API yet: ${remedy}`))
for (const part of await readdir(parts)) {
  if ((await modified(new URL(part, parts))) > written)
    fail(`The description of the API is older than ${part}: ${remedy}`)
}
const text = astToString(await openapiTS(description, { alphabetize: true }))
const header = '// Made from the description of the API by `npm run api-types`. Do not edit.\n\n'
if (!process.argv.includes('--check')) {
  await writeFile(types, header + text)
} else if ((await readFile(types, 'utf8').catch(() => '')) !== header + text) {
  fail('src/api/schema.d.ts is stale: run npm run api-types, and mend what does not fit any more.')
}
