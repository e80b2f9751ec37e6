import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { createClient } from '@supabase/supabase-js'
import { pdfOf } from './pdf.js'
import { assertAccessible, chooseStep, Visitor } from './visitor.js'

/** @typedef {{ browser: import('playwright-core').Browser, product: import('./product.js').Product }} World */

/** Its passages are on different screens. */
const BRIEF = `# Plan

## Team

${'The roastery stands in Recife and works in small batches, by hand, and with a lot of patience.\n\n'.repeat(40)}
## Dates

We launch **Aurora** on the third of March. The bags are printed in January.

## Money

${'Posters are paid from the budget of the spring, and everything else from that of the summer.\n\n'.repeat(40)}`

/** What people do, from beginning to end, in a real browser, with nothing mocked. @type {Record<string, (world: World) => Promise<void>>} */
export const journeys = {
  'register, write, rename, delete, sign out': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    await assertAccessible(page)
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByRole('heading', { name: 'Create your account' }).waitFor()
    await assertAccessible(page)
    await ada.register(page)
    await page.getByText('Your wall is still empty').waitFor()
    await assertAccessible(page)

    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await assertAccessible(page)
    await page.keyboard.press('Escape')
    await ada.createProject(page, 'Spring campaign')
    await assertAccessible(page)
    await ada.createDocument(page, 'Brief', '## Launch\n\nWarm, short, no exclamation marks.')
    await page.getByRole('button', { name: 'Both' }).click()
    await page.getByRole('heading', { name: 'Launch' }).waitFor()
    await assertAccessible(page)
    await page.reload()
    await textBecomes(page, '## Launch\n\nWarm, short, no exclamation marks.')

    await page.getByRole('link', { name: 'To the documents of the project' }).click()
    await page.getByRole('link', { name: 'Brief' }).waitFor()
    await page.getByRole('button', { name: 'Actions for Spring campaign' }).click()
    await page.getByRole('menuitem', { name: 'Rename or describe' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Summer campaign')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Summer campaign', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Actions for Summer campaign' }).click()
    await page.getByRole('menuitem', { name: 'Delete project' }).click()
    await assertAccessible(page)
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click()
    await page.getByText('Your wall is still empty').waitFor()

    await page.getByRole('link', { name: 'Profile and settings' }).click()
    await page.getByLabel('Your name').fill('Ada, Countess of Lovelace')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your profile is saved').waitFor()
    await assertAccessible(page)
    await page.getByLabel('Theme').selectOption('dark')
    // It takes the browser a frame to have every inherited colour follow.
    await page.waitForFunction(() => getComputedStyle(document.body).color === 'rgb(245, 237, 227)')
    await assertAccessible(page)
    await page.getByLabel('Language').selectOption('pt-BR')
    await page.getByRole('heading', { name: 'Perfil e preferências' }).waitFor()

    const other = await ada.newPage()
    await other.goto('/')
    await other.getByRole('heading', { name: 'Projetos', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Sair' }).click()
    await page.getByRole('heading', { name: 'Que bom ver você de novo' }).waitFor()
    // Both tabs agree.
    await other.getByRole('heading', { name: 'Que bom ver você de novo' }).waitFor()
    await ada.leave()
  },

  'a forgotten password, by the link of a mail': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByRole('heading', { name: 'Forgotten your password?' }).waitFor()
    await assertAccessible(page)
    await page.getByLabel('E-mail address').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    await assertAccessible(page)

    const mailbox = await ada.newPage()
    await mailbox.goto(product.addresses.mailbox)
    const mail = mailbox.getByRole('article').filter({ hasText: ada.email })
    const link = await mail.getByRole('link', { name: 'Open the link' }).getAttribute('href')
    await mailbox.goto(link ?? '')
    await mailbox.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    await assertAccessible(mailbox)
    await mailbox.getByLabel('New password', { exact: true }).fill('a better one')
    await mailbox.getByRole('button', { name: 'Save new password' }).click()
    await mailbox.getByRole('heading', { name: 'Projects', level: 1 }).waitFor()
    assert.doesNotMatch(mailbox.url(), /token/)

    await mailbox.goto('/account')
    await mailbox.getByRole('button', { name: 'Sign out' }).click()
    await ada.signIn(mailbox)
    await mailbox.getByText('do not fit together').waitFor()
    await assertAccessible(mailbox)
    await ada.signIn(mailbox, 'a better one')
    await mailbox.getByRole('heading', { name: 'Projects', level: 1 }).waitFor()

    const stranger = await Visitor.arrive(browser, product.addresses)
    const again = await stranger.newPage()
    await again.goto(link ?? '')
    await again.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
    await assertAccessible(again)
    await stranger.leave()
    await ada.leave()
  },

  'a session that ends in the middle of writing': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Interrupted')
    await ada.createDocument(page, 'Brief', 'What was saved.')
    const { pathname } = new URL(page.url())

    // Elsewhere the user ends all sessions; here, an hour passes.
    const elsewhere = createClient(product.addresses.supabase, product.addresses.anonKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      // @ts-expect-error Node before 22 has no WebSocket, and nothing here needs one
      realtime: { transport: class {} },
    })
    await elsewhere.auth.signInWithPassword({ email: ada.email, password: ada.password })
    await elsewhere.auth.signOut({ scope: 'global' })
    await page.evaluate(() => {
      const session = JSON.parse(localStorage.getItem('atelier.session') ?? '{}')
      localStorage.setItem('atelier.session', JSON.stringify({ ...session, expires_at: 1 }))
    })
    await page.getByLabel('Text', { exact: true }).fill('What was saved, and what was not.')
    await page.getByText('Your session has ended').waitFor()
    await assertAccessible(page)

    await ada.signIn(page)
    await page.getByText('here it is again').waitFor()
    assert.equal(new URL(page.url()).pathname, pathname)
    await textBecomes(page, 'What was saved, and what was not.')
    await page.getByText('All changes saved').waitFor()
    await ada.leave()
  },

  'two writers of one document': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Together')
    await ada.createDocument(page, 'Brief', 'One.\n\nTwo.')
    const other = await ada.newPage()
    await other.goto(page.url())
    await other.getByLabel('Text', { exact: true }).fill('One.\n\nTwo, by the other.')
    await other.getByText('All changes saved').waitFor()

    const mine = page.getByLabel('Text', { exact: true })
    await mine.fill('One.\n\nTwo, by me.')
    await page.getByRole('heading', { name: 'Somebody else was faster' }).waitFor()
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('Two, by the other.').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByText('All changes saved').waitFor()
    await page.reload()
    await textBecomes(page, 'One.\n\nTwo, by me.')

    await other.getByLabel('Text', { exact: true }).fill('Three.')
    await other.getByRole('button', { name: 'Take theirs' }).click()
    await other.getByText('All changes saved').waitFor()
    await textBecomes(other, 'One.\n\nTwo, by me.')
    await ada.leave()
  },

  'three files, one of which is not what it says': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Pictures')
    await page.getByRole('link', { name: 'Files' }).click()
    await page.getByText('No files yet').waitFor()
    await assertAccessible(page)
    const picture = await page.screenshot()
    await page.locator('input[type=file]').setInputFiles([
      { name: 'poster.png', mimeType: 'image/png', buffer: picture },
      { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
      // Larger than what goes through the API: straight to storage.
      { name: 'film.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(9 * 1024 * 1024, 1) },
    ])
    await page.getByText('2 files uploaded.').waitFor()
    await page.getByText(/^Failed: /).waitFor()
    await page.getByRole('button', { name: 'Upload broken.png again' }).waitFor()
    await page.getByRole('heading', { name: 'poster.png' }).waitFor()
    await page.getByRole('heading', { name: 'film.bin', exact: true }).waitFor()
    // The small picture is made by the worker.
    await page.getByRole('link', { name: 'Open poster.png' }).locator('img').waitFor()
    await assertAccessible(page)
    assert.equal(await page.getByRole('heading', { name: 'broken.png', exact: true }).count(), 0)

    await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Actions for poster.png' }).click()
    await page.getByRole('menuitem', { name: 'Copy public address' }).click()
    await page.getByText('The public address is copied.').waitFor()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    assert.deepEqual(Buffer.from(await (await fetch(address)).arrayBuffer()), picture)

    await page.getByRole('button', { name: 'Actions for film.bin' }).click()
    await page.getByRole('menuitem', { name: 'Delete file' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete file' }).click()
    await page.getByRole('heading', { name: 'film.bin', exact: true }).waitFor({ state: 'detached' })
    await ada.leave()
  },

  'two users, neither of whom sees the other': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const adas = await ada.newPage()
    await ada.register(adas)
    await ada.createProject(adas, 'Only for Ada')
    const project = adas.url()
    await ada.createDocument(adas, 'Secret', 'Nobody else reads this.')
    const document = adas.url()

    const bob = await Visitor.arrive(browser, product.addresses)
    const page = await bob.newPage()
    await bob.register(page, 'Bob')
    for (const address of [project, `${project}/files`, document]) {
      await page.goto(address)
      await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
      assert.equal(await page.getByText(/Ada|Secret/).count(), 0)
    }
    await assertAccessible(page)
    // The same browser, another user: nothing of the first one is left in it.
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await ada.signIn(page)
    await page.getByRole('link', { name: 'Only for Ada' }).waitFor()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await bob.signIn(page)
    await page.getByText('Your wall is still empty').waitFor()
    assert.equal(await page.getByText('Only for Ada').count(), 0)
    await bob.leave()
    await ada.leave()
  },

  'a workflow, drawn, run to its picture and looked up again': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Tea')
    await page.getByRole('link', { name: 'Workflows' }).click()
    await page.getByText('No workflows yet').waitFor()
    await assertAccessible(page)
    let versions = 0
    page.on('request', request => {
      if (request.method() === 'PUT') versions++
    })
    await page.getByRole('button', { name: 'Empty workflow' }).click()
    await page.getByLabel('Name').fill('Poster')
    await page.getByText('There is no start').or(page.getByText('2 faults')).first().waitFor()

    // By the palette, each step behind the one before.
    for (const step of ['Start', 'Text', 'Picture', 'Finish']) {
      await page.getByRole('button', { name: `Add ${step}`, exact: true }).click()
      await page.getByRole('heading', { name: step, level: 2 }).waitFor()
    }
    await assertAccessible(page)
    const canvas = page.getByLabel('Drawing of the workflow')
    await chooseStep(page, /^Start, /)
    await page.getByRole('button', { name: 'Add an input' }).click()
    await page.getByRole('group', { name: 'Input 1' }).getByLabel('Name').fill('topic')
    // The picture has no prompt yet; its fault leads to it.
    await canvas.getByRole('group', { name: /^Picture, .*1 fault/ }).waitFor()
    await chooseStep(page, /^Text, /)
    const prompt = page.getByRole('textbox', { name: 'Prompt' })
    await prompt.fill('A line about {to')
    await prompt.press('End')
    await page.keyboard.type('p')
    await page.getByRole('option', { name: '{topic}' }).waitFor()
    await assertAccessible(page)
    await page.keyboard.press('Enter')
    assert.equal(await prompt.inputValue(), 'A line about {topic}')
    await page.getByRole('button', { name: 'Picture', exact: true }).click()
    await page.getByRole('heading', { name: 'Picture', level: 2 }).waitFor()
    await prompt.fill('')
    await prompt.pressSequentially('A poster that says {{text.con')
    await page.keyboard.press('Tab')
    assert.equal(await prompt.inputValue(), 'A poster that says {{text.content}}')
    await page.getByText('Ready to run').waitFor()

    // Removed by the keyboard, and undone.
    await canvas.getByRole('group', { name: /^Finish, / }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await page.getByText('1 fault', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Ready to run').waitFor()
    // All of that is one version, made when it is saved.
    assert.equal(versions, 0)
    await page.keyboard.press('Control+s')
    await page.getByText('All changes saved').waitFor()
    assert.equal(versions, 1)
    await page.reload()
    await page.getByText('Ready to run').waitFor()
    // What is drawn afterwards is saved by leaving.
    await page.getByRole('textbox', { name: 'Name' }).fill('Tea poster')
    await page.getByText('Not saved yet, kept in this browser').waitFor()
    await page.getByRole('link', { name: 'To the workflows of the project' }).click()
    await page.getByRole('link', { name: 'Tea poster' }).click()
    await page.getByText('Ready to run').waitFor()
    assert.equal(versions, 2)
    await page.getByRole('button', { name: 'List' }).click()
    await page.getByRole('list', { name: 'Steps of the workflow' }).waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Drawing' }).click()

    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByLabel('topic').fill('tea')
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Start the run' }).click()
    await page.getByRole('heading', { name: 'Run of Tea poster' }).waitFor()
    await page.getByText('Completed', { exact: true }).waitFor({ timeout: 60_000 })
    await page.getByRole('img', { name: 'Picture of Picture' }).waitFor()
    await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
    await canvas.getByRole('group', { name: /^Picture, Picture, Done/ }).waitFor()
    await assertAccessible(page)
    await page.getByRole('link', { name: 'All runs' }).click()
    await page.getByRole('heading', { name: 'Runs of Tea poster' }).waitFor()
    await page.getByText('Completed', { exact: true }).waitFor()
    await assertAccessible(page)

    // What the run has used is told, and nothing is of a period before.
    await page.getByRole('link', { name: 'Usage' }).click()
    await page.getByRole('row', { name: /^All together/ }).waitFor()
    await page.getByRole('figure', { name: 'Tokens, day by day' }).waitFor()
    await assertAccessible(page)
    await page.getByLabel('Show').selectOption('Pictures')
    await page.getByText('The same as a table').click()
    const days = page.getByRole('region', { name: 'Table, day by day' })
    await days
      .getByRole('row', { name: /canvas/ })
      .getByRole('cell', { name: '1', exact: true })
      .waitFor()
    await assertAccessible(page)
    await page.getByLabel('Period').selectOption('Last month')
    await page.getByRole('heading', { name: 'Nothing used in this period' }).waitFor()
    await assertAccessible(page)
    await ada.leave()
  },

  'a workflow from a template, which waits for its review': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Blog')
    await page.getByRole('link', { name: 'Workflows' }).click()
    await page.getByRole('button', { name: 'From a template' }).click()
    await page.getByRole('button', { name: /^Use Blog article/ }).waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: /^Use Blog article/ }).click()
    await page.getByText('Ready to run').waitFor()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByLabel('topic').fill('slow coffee')
    await page.getByRole('button', { name: 'Start the run' }).click()
    await page.getByRole('region', { name: 'Review: Review' }).waitFor({ timeout: 60_000 })
    await page.getByText('It waits for a review.').waitFor()
    await assertAccessible(page)
    await page.getByLabel('Comment').fill('Warmer, please.')
    await page.getByRole('button', { name: 'Reject' }).click()
    await page.getByText('Completed', { exact: true }).waitFor({ timeout: 60_000 })
    const canvas = page.getByLabel('Drawing of the workflow')
    await canvas.getByRole('group', { name: /^Text, Revision, Done/ }).waitFor()
    await canvas.getByRole('group', { name: /^Picture to text, .*Skipped/ }).waitFor()
    await assertAccessible(page)
    await ada.leave()
  },

  'a document, found by search, and questions about it': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Aurora')
    await ada.createDocument(page, 'Brief', BRIEF)
    await page.getByRole('link', { name: 'To the documents of the project' }).click()
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await page.getByText('Look through every document at once').waitFor()
    await assertAccessible(page)

    await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('When is the launch?')
    await page.keyboard.press('Enter')
    // What was just written is found as soon as it is prepared, without asking again.
    const passage = page.getByRole('listitem').filter({ hasText: 'on the third of March' })
    await passage.waitFor()
    assert.deepEqual(new Set(await passage.locator('mark').allTextContents()), new Set(['launch']))
    await passage.getByText('Plan › Dates').waitFor()
    await assertAccessible(page)
    await page.getByRole('radio', { name: 'Words' }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/q=When\+is\+the\+launch%3F&mode=vector$/)
    await passage.waitFor()
    await page.reload()
    await passage.getByRole('link', { name: 'Brief' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('The passage is marked below.').waitFor()
    await marked(page, /^DatesWe launch Aurora on the third of March/)
    await assertAccessible(page)
    await page.goBack()
    await passage.waitFor()
    await page.getByRole('radio', { name: 'Words' }).check()
    await page.getByRole('searchbox').fill('zeppelin')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByText('Nothing fits').waitFor()
    await assertAccessible(page)

    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByText('Ask what your documents know').waitFor()
    await assertAccessible(page)
    // On a phone the last tab is brought into sight.
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.waitForFunction(() => {
      const { left, right } = document.querySelector('nav a[href$="/questions"]')?.getBoundingClientRect() ?? {}
      return left !== undefined && right !== undefined && left >= 0 && right <= window.innerWidth
    })
    await page.getByText('Ask what your documents know').waitFor()
    await assertAccessible(page)
    await page.setViewportSize({ width: 1280, height: 720 })
    const box = page.getByRole('textbox', { name: 'Your question' })
    await box.fill('When do we launch Aurora?')
    await page.reload()
    assert.equal(await box.inputValue(), 'When do we launch Aurora?')
    await box.press('Enter')
    const answer = page.getByRole('article').filter({ hasText: 'When do we launch Aurora?' })
    await answer.getByRole('region', { name: 'What it rests on' }).waitFor()
    await answer.getByText('We launch Aurora on the third of March').first().waitFor()
    await assertAccessible(page)
    await box.fill('Which rocket flies to the moon?')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const unknown = page.getByRole('article').filter({ hasText: 'Which rocket flies to the moon?' })
    await unknown.getByText('There is nothing in the documents of this project').waitFor()
    await unknown.getByText('No passage of the documents supports this').waitFor()
    assert.equal(await unknown.getByRole('link', { name: /^Source/ }).count(), 0)
    await assertAccessible(page)

    await answer.getByRole('link', { name: 'Source 1: Brief' }).first().focus()
    await page.keyboard.press('Enter')
    await marked(page, /^We launch Aurora on the third of March/)
    // On its way there and back nothing that was asked or answered is lost.
    await page.goBack()
    await answer.getByText('We launch Aurora on the third of March').first().waitFor()
    await unknown.waitFor()
    await ada.leave()
  },

  'documents, uploaded, prepared, and asked about': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Borealis')
    await page.getByText('Nothing written yet').waitFor()
    await assertAccessible(page)
    const pdf = pdfOf(['The roastery stands in Recife.', 'We launch Borealis on the ninth of May.'])
    await page.locator('input[type=file]').setInputFiles([
      { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: 'Notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Posters\n\nPosters are **blue**.') },
      // It begins as one, and there is nothing in it.
      { name: 'Torn.pdf', mimeType: 'application/pdf', buffer: pdf.subarray(0, 60) },
      { name: 'All.zip', mimeType: 'application/zip', buffer: Buffer.from('504b0506'.padEnd(44, '0'), 'hex') },
    ])
    await page.getByText('3 documents uploaded.').waitFor()
    await page.getByText(/^Failed: .*must be a PDF/).waitFor()
    const row = (/** @type {string} */ title) =>
      page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })
    await row('Plan').getByText('We launch Borealis on the ninth of May').waitFor()
    await row('Notes').getByText('Posters are blue').waitFor()
    await row('Torn').getByText('The file is damaged').waitFor()
    await row('Plan').getByText('Being prepared').waitFor({ state: 'detached' })
    await assertAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await assertAccessible(page)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))

    await page.getByRole('link', { name: 'Torn', exact: true }).click()
    await page.getByRole('heading', { name: 'Torn', level: 1 }).waitFor()
    await page.getByText('The file is damaged').waitFor()
    assert.equal(await page.getByRole('textbox').count(), 0)
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('This document is being prepared').waitFor()
    await page.getByText('The file is damaged').waitFor()
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.emulateMedia({ colorScheme: 'light' })

    await page.getByRole('link', { name: 'To the documents of the project' }).click()
    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByRole('textbox', { name: 'Your question' }).fill('When do we launch Borealis?')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Source 1: Plan' }).first().click()
    await page.getByText('The passage is marked below; it is on page 2.').waitFor()
    await marked(page, /^We launch Borealis on the ninth of May/)
    assert.equal(await page.getByRole('textbox').count(), 0)
    const file = (await page.getByRole('link', { name: 'Open the file' }).getAttribute('href')) ?? ''
    assert.match(file, /#page=2$/)
    assert.deepEqual(Buffer.from(await (await fetch(file)).arrayBuffer()), pdf)
    await assertAccessible(page)
    await ada.leave()
  },

  'the backend goes away and comes back': async ({ browser, product }) => {
    const ada = await Visitor.arrive(browser, product.addresses)
    const page = await ada.newPage()
    await ada.register(page)
    await ada.createProject(page, 'Patience')
    await ada.createDocument(page, 'Brief', 'Before.')
    await product.killBackend()
    await page.getByLabel('Text', { exact: true }).fill('Before, and meanwhile.')
    await page.getByText('Not saved yet').waitFor()
    await assertAccessible(page)
    await page.getByText('All changes saved').waitFor({ timeout: 60_000 })
    await page.reload()
    await textBecomes(page, 'Before, and meanwhile.')
    await ada.leave()
  },
}

/** This is marked in the document, in sight, and where the keyboard goes on. @param {import('playwright-core').Page} page @param {RegExp} text */
async function marked(page, text) {
  const mark = page.locator('mark').first()
  await mark.waitFor()
  assert.match((await page.locator('mark').allTextContents()).join(''), text)
  await page.waitForFunction(() => {
    const focused = document.activeElement
    const { top, bottom } = focused?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    return focused?.tagName === 'MARK' && top >= 0 && bottom <= window.innerHeight
  })
}

/** The editor holds this text. @param {import('playwright-core').Page} page @param {string} text */
async function textBecomes(page, text) {
  await page.getByLabel('Text', { exact: true }).waitFor()
  await page.waitForFunction(expected => document.querySelector('textarea')?.value === expected, text)
}
