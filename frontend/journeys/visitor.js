import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

/** Where Debian, Ubuntu and others keep it. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find(existsSync)
  if (!executablePath)
    throw new Error('there is no Chromium; install it (Debian: apt-get install chromium), or set CHROMIUM')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

let users = 0

/** Somebody with a browser of their own, who notices what no page may do. */
export class Visitor {
  /** @type {string[]} */
  offences = []

  /** @param {import('playwright-core').BrowserContext} context @param {import('./product.js').Addresses} addresses */
  constructor(context, addresses) {
    this.context = context
    this.addresses = addresses
    this.email = `visitor-${process.pid}-${++users}@example.com`
    this.password = 'correct horse battery'
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {import('./product.js').Addresses} addresses
   * @param {import('playwright-core').BrowserContextOptions} [options]
   */
  static async arrive(browser, addresses, options = {}) {
    const context = await browser.newContext({
      baseURL: addresses.site,
      locale: 'en-US',
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(30_000)
    const visitor = new Visitor(context, addresses)
    const { site, api, supabase, storage, mailbox } = addresses
    const ours = new Set([site, api, supabase, storage, mailbox].map(address => new URL(address).origin))
    context.on('request', request => {
      const url = new URL(request.url())
      if (/^https?:/.test(url.protocol) && !ours.has(url.origin)) visitor.offences.push(`a request to ${url.origin}`)
    })
    context.on('weberror', error => visitor.offences.push(`an error: ${error.error().message}`))
    context.on('console', message => {
      if (/Content Security Policy/i.test(message.text())) visitor.offences.push(message.text())
    })
    return visitor
  }

  newPage() {
    return this.context.newPage()
  }

  /** @param {import('playwright-core').Page} page @param {string} [name] */
  async register(page, name = 'Ada Lovelace') {
    await page.goto('/register')
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('E-mail address').fill(this.email)
    await page.getByLabel('Password', { exact: true }).fill(this.password)
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor()
  }

  /** @param {import('playwright-core').Page} page */
  async signIn(page, password = this.password) {
    await page.getByLabel('E-mail address').fill(this.email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  /** @param {import('playwright-core').Page} page @param {string} name */
  async createProject(page, name) {
    await page.goto('/')
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
  }

  /** @param {import('playwright-core').Page} page @param {string} title @param {string} text */
  async createDocument(page, title, text) {
    await page.getByRole('button', { name: 'New document' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
    await page.getByLabel('Text', { exact: true }).fill(text)
    await page.getByText('All changes saved').waitFor()
  }

  async leave() {
    await this.context.close()
    assert.deepEqual(this.offences, [])
  }
}

/**
 * Selects a step of a drawing by keyboard, wherever it is.
 *
 * @param {import('playwright-core').Page} page
 * @param {RegExp} name
 */
export async function chooseStep(page, name) {
  await page.getByRole('group', { name }).focus()
  await page.keyboard.press('Enter')
}

/** No fault that axe-core finds. @param {import('playwright-core').Page} page */
export async function assertAccessible(page) {
  await page.evaluate(axe.source)
  const faults = await page.evaluate(async tags => {
    // @ts-expect-error what was loaded above
    const { violations } = await window.axe.run(document, { runOnly: tags })
    return violations.map(
      (/** @type {import('axe-core').Result} */ { id, nodes }) =>
        `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`,
    )
  }, WCAG)
  assert.deepEqual(faults, [], `on ${page.url()}`)
}
