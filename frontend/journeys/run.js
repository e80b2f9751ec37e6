// Runs every journey (or those whose name contains the argument) against ./start, and says how long each took.
import { journeys } from './journeys.js'
import { Product } from './product.js'
import { launch } from './visitor.js'

const wanted = process.argv[2] ?? ''
const browser = await launch()
const product = await Product.start()
let passed = 0
let failed = 0
try {
  for (const [name, journey] of Object.entries(journeys)) {
    if (!name.includes(wanted)) continue
    const begin = performance.now()
    try {
      await journey({ browser, product })
      passed++
      console.log(`${(performance.now() - begin).toFixed(0).padStart(6)} ms  ${name}`)
    } catch (error) {
      failed++
      console.error(`FAILED     ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
} finally {
  await browser.close()
  await product.stop()
}
console.log(`journeys: ${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
