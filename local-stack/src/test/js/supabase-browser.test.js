// What the SDK does in a browser when the link of a mail leads to a page. Of a browser it needs an address and a storage; as
// it looks for the globals of one, these tests have a process of their own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client, eventsOf, follow, mailTo, signedUp } from './support.js'

globalThis.document = { visibilityState: 'visible', addEventListener() {} }
globalThis.window = {
  addEventListener() {},
  removeEventListener() {},
  history: { replaceState: (state, title, address) => (window.location = new URL(address)) },
}
// It would keep the process alive.
delete globalThis.BroadcastChannel

function browser(flowType) {
  const kept = new Map()
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  }
  return {
    visit(address) {
      window.location = new URL(address)
      return client({ flowType, storage, persistSession: true, detectSessionInUrl: true })
    },
  }
}

for (const flowType of ['implicit', 'pkce']) {
  test(`the page that a link leads to is told of the recovery (${flowType})`, async () => {
    const { email, user } = await signedUp()
    const { visit } = browser(flowType)
    await visit('http://localhost:3000/forgotten').auth.resetPasswordForEmail(email)
    const supabase = visit(await follow((await mailTo(email)).link))
    const events = eventsOf(supabase)
    const { session } = await events.until('PASSWORD_RECOVERY')
    assert.equal(session.user.id, user.id)
    assert.ok(!window.location.href.includes('access_token') && !window.location.href.includes('code='))
    assert.equal((await supabase.auth.updateUser({ password: 'battery staple' })).error, null)
    await events.until('USER_UPDATED')
  })

  test(`the page that a used link leads to is told why (${flowType})`, async () => {
    const { email } = await signedUp()
    const { visit } = browser(flowType)
    await visit('http://localhost:3000/forgotten').auth.resetPasswordForEmail(email)
    const { link } = await mailTo(email)
    await follow(link)
    const { error } = await visit(await follow(link)).auth.initialize()
    assert.equal(error.message, 'Email link is invalid or has expired')
    assert.deepEqual(error.details, { error: 'access_denied', code: 'otp_expired' })
  })
}
