// Takes pictures of every page, in both languages and themes, on a wide and a narrow screen, into screenshots/ (ignored by
// git). With addresses of a running ./start in SITE, API, SUPABASE, MAILBOX and STORAGE it takes that one.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Product } from './product.js'
import { chooseStep, launch, Visitor } from './visitor.js'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
const SCREENS = { wide: { width: 1360, height: 860 }, phone: { width: 390, height: 844 } }
const TEXT = `## Launch

We launch **Aurora** in March. Roasted in Recife, in small batches.

- Warm, short, no exclamation marks
- Every bag carries the date of its roast

> It tastes of cocoa and orange.
`

/** @returns {Promise<{ addresses: import('./product.js').Addresses, stop: () => Promise<void> }>} */
async function product() {
  const { SITE, API, SUPABASE, MAILBOX, STORAGE } = process.env
  if (SITE && API && SUPABASE && MAILBOX && STORAGE) {
    const addresses = { site: SITE, api: API, supabase: SUPABASE, mailbox: MAILBOX, storage: STORAGE, anonKey: '' }
    return { addresses, stop: async () => {} }
  }
  const started = await Product.start()
  return { addresses: started.addresses, stop: () => started.stop() }
}

const { addresses, stop } = await product()
const browser = await launch()
try {
  await mkdir(folder, { recursive: true })
  const ada = await Visitor.arrive(browser, addresses, { viewport: SCREENS.wide })
  const page = await ada.newPage()
  await page.goto('/sign-in')
  await page.getByRole('heading').first().waitFor()
  await everyWay(page, 'sign-in')
  await page.goto('/register')
  await page.getByRole('heading').first().waitFor()
  await everyWay(page, 'register')
  await page.goto('/forgotten')
  await page.getByRole('heading').first().waitFor()
  await everyWay(page, 'forgotten')
  await page.goto('/reset-password')
  await page.getByRole('heading').first().waitFor()
  await everyWay(page, 'reset-password')
  await ada.register(page)
  await page.getByText('Your wall is still empty').waitFor()
  await everyWay(page, 'projects-empty')
  for (const name of ['Aurora coffee', 'Carnival 2027', 'Book fair', 'Letters to a young designer']) {
    await ada.createProject(page, name)
  }
  await page.goto('/')
  await page.getByRole('link', { name: 'Book fair' }).waitFor()
  await everyWay(page, 'projects')
  await page.getByRole('link', { name: 'Aurora coffee' }).click()
  await page.getByText('Nothing written yet').waitFor()
  await everyWay(page, 'documents-empty')
  const project = page.url()
  await ada.createDocument(page, 'Brief', TEXT)
  await page.getByRole('button', { name: 'Both' }).click()
  await page.getByRole('heading', { name: 'Launch' }).waitFor()
  await everyWay(page, 'document')
  await page.goto(project)
  await ada.createDocument(page, 'Tone of voice', 'Warm, short, no exclamation marks.')
  await page.goto(project)
  await page.getByRole('link', { name: 'Brief' }).waitFor()
  await everyWay(page, 'documents')
  await page.goto(`${project}/files`)
  await page.locator('input[type=file]').setInputFiles([
    { name: 'sign-in.png', mimeType: 'image/png', buffer: await page.screenshot() },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes.') },
    { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') },
  ])
  await page.getByRole('link', { name: 'Open sign-in.png' }).locator('img').waitFor()
  await everyWay(page, 'files')
  await page.goto(`${project}/search`)
  await page.getByRole('searchbox').waitFor()
  await everyWay(page, 'search-empty')
  await page.getByRole('searchbox').fill('When is the launch?')
  await page.keyboard.press('Enter')
  await page.locator('mark').first().waitFor()
  await bothLanguages(page, 'search', () => page.locator('mark').first().waitFor())
  await page.getByRole('link', { name: 'Brief' }).first().click()
  await page.locator('mark').first().waitFor()
  await everyWay(page, 'document-passage')
  await page.goto(`${project}/questions`)
  const question = page.getByRole('textbox')
  await question.waitFor()
  await everyWay(page, 'questions-empty')
  await question.fill('When do we launch Aurora?')
  await question.press('Enter')
  await page
    .getByRole('link', { name: /^Source 1/ })
    .first()
    .waitFor()
  await question.fill('Which rocket flies to the moon?')
  await question.press('Enter')
  await page.getByRole('heading', { name: /rocket/ }).waitFor()
  await page.getByText('No passage of the documents supports this').waitFor()
  await bothLanguages(page, 'questions', () => page.locator('blockquote').first().waitFor())
  await page.goto(`${project}/workflows`)
  await page.getByText('No workflows yet').waitFor()
  await everyWay(page, 'workflows-empty')
  await page.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('button', { name: /^Use Blog article/ }).waitFor()
  await everyWay(page, 'templates')
  await page.getByRole('button', { name: /^Use Blog article/ }).click()
  await page.getByText('Ready to run').waitFor()
  await everyWay(page, 'workflow')
  await chooseStep(page, /^Text, Article/)
  await page.getByRole('textbox', { name: 'Prompt' }).fill('Write about {{teleport.content}}')
  await page.getByText('1 fault').first().waitFor()
  await everyWay(page, 'workflow-fault')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Ready to run').waitFor()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByLabel('topic').fill('slow coffee')
  await everyWay(page, 'start')
  await page.getByRole('button', { name: 'Start the run' }).click()
  await page.getByRole('region', { name: 'Review: Review' }).waitFor()
  await everyWay(page, 'run-review')
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByText('Completed', { exact: true }).waitFor()
  await chooseStep(page, /^Picture, Header image/)
  await page.getByRole('img', { name: /Picture of/ }).waitFor()
  await everyWay(page, 'run')
  await page.getByRole('link', { name: 'All runs' }).click()
  await page.getByText('Completed', { exact: true }).waitFor()
  await everyWay(page, 'runs')
  await page.goto(`${project}/workflows`)
  await page.getByRole('link', { name: 'Blog article' }).waitFor()
  await everyWay(page, 'workflows')
  await page.goto('/usage')
  await page.getByText('The same as a table').click()
  await everyWay(page, 'usage')
  await page.getByLabel('Period').selectOption('Last month')
  await page.getByRole('heading', { name: 'Nothing used in this period' }).waitFor()
  await everyWay(page, 'usage-empty')
  await page.goto('/account')
  await page.getByLabel('Your name').waitFor()
  await everyWay(page, 'account')
  await page.goto('/nothing')
  await everyWay(page, 'not-found')
} finally {
  await browser.close()
  await stop()
}

/** @param {import('playwright-core').Page} page @param {string} name @param {() => Promise<void>} shown */
async function bothLanguages(page, name, shown) {
  for (const [language, suffix] of [
    ['pt-BR', '-pt'],
    ['en', ''],
  ]) {
    await page.evaluate(chosen => localStorage.setItem('atelier.language', chosen ?? ''), language)
    await page.reload()
    await shown()
    await everyWay(page, `${name}${suffix}`)
  }
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function everyWay(page, name) {
  for (const language of ['pt-BR', 'en']) {
    await speak(page, language)
    for (const [screen, size] of Object.entries(SCREENS)) {
      await page.setViewportSize(size)
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: /** @type {'light' | 'dark'} */ (theme) })
        const path = `${folder}${name}-${language}-${screen}-${theme}.png`
        await page.screenshot({ path, fullPage: true, animations: 'disabled' }) // colours change slowly
      }
    }
    await page.setViewportSize(SCREENS.wide)
  }
}

/** Tabs follow each other's language, so that a page keeps what is on it. @param {import('playwright-core').Page} page @param {string} language */
async function speak(page, language) {
  const other = await page.context().newPage()
  await other.goto('/icon.svg')
  await other.evaluate(chosen => localStorage.setItem('atelier.language', chosen), language)
  await page.waitForFunction(
    chosen => document.documentElement.lang === chosen && !document.querySelector('[class*="_loading_"]'),
    language,
  )
  await other.close()
}
