// A forgotten password, from the mail to the new password.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  client, eventsOf, follow, mailsTo, mailTo, newEmail, password, refused, signedUp, withoutSession,
} from './support.js'

const newPassword = 'battery staple'

async function forgetful(supabase = client()) {
  const { email, supabase: before } = await signedUp()
  const { data, error } = await supabase.auth.resetPasswordForEmail(email, { redirectTo: 'http://localhost:3000/reset' })
  assert.equal(error, null)
  assert.deepEqual(data, {})
  return { email, before, supabase, mail: await mailTo(email) }
}

async function choosesANewPassword(supabase, email, before) {
  assert.equal((await supabase.auth.updateUser({ password: newPassword })).error, null)
  await refused('invalid_credentials', 400, client().auth.signInWithPassword({ email, password }))
  assert.equal((await client().auth.signInWithPassword({ email, password: newPassword })).error, null)
  await withoutSession(before.auth.getUser((await before.auth.getSession()).data.session.access_token))
}

test('the link brings a session in which a new password is chosen', async () => {
  const { email, before, supabase, mail } = await forgetful()
  const page = await follow(mail.link)
  assert.equal(page.origin + page.pathname, 'http://localhost:3000/reset')
  const brought = new URLSearchParams(page.hash.slice(1))
  assert.equal(brought.get('type'), 'recovery')
  const { error } = await supabase.auth.setSession({
    access_token: brought.get('access_token'), refresh_token: brought.get('refresh_token'),
  })
  assert.equal(error, null)
  await choosesANewPassword(supabase, email, before)
})

test('with PKCE the link brings a code that the client which asked exchanges', async () => {
  const { email, before, supabase, mail } = await forgetful(client({ flowType: 'pkce' }))
  const events = eventsOf(supabase)
  const page = await follow(mail.link)
  assert.equal(page.hash, '')
  const code = page.searchParams.get('code')
  const { data, error } = await supabase.auth.exchangeCodeForSession(code)
  assert.equal(error, null)
  assert.equal(data.redirectType, 'recovery')
  await events.until('PASSWORD_RECOVERY')
  await choosesANewPassword(supabase, email, before)
})

test('with PKCE the code is nothing for another client', async () => {
  const { mail } = await forgetful(client({ flowType: 'pkce' }))
  const code = (await follow(mail.link)).searchParams.get('code')
  const other = client({ flowType: 'pkce' })
  await other.auth.resetPasswordForEmail(newEmail())
  await refused('bad_code_verifier', 400, other.auth.exchangeCodeForSession(code))
})

test('with PKCE a made-up code is not found', async () => {
  const { supabase } = await forgetful(client({ flowType: 'pkce' }))
  await refused('flow_state_not_found', 404, supabase.auth.exchangeCodeForSession('made-up'))
})

test('the code of the mail recovers, too, and works once', async () => {
  const { email, before, supabase, mail } = await forgetful()
  const events = eventsOf(supabase)
  const verification = { type: 'recovery', email, token: mail.code }
  assert.equal((await supabase.auth.verifyOtp(verification)).error, null)
  await events.until('PASSWORD_RECOVERY')
  await refused('otp_expired', 403, client().auth.verifyOtp(verification))
  await choosesANewPassword(supabase, email, before)
})

test('the hash of the link recovers, too, and works once', async () => {
  const { supabase, mail } = await forgetful()
  const verification = { type: 'recovery', token_hash: new URL(mail.link).searchParams.get('token') }
  assert.equal((await supabase.auth.verifyOtp(verification)).error, null)
  await refused('otp_expired', 403, client().auth.verifyOtp(verification))
})

test('an unknown address is answered like a known one', async () => {
  const email = newEmail()
  const { data, error } = await client().auth.resetPasswordForEmail(email)
  assert.equal(error, null)
  assert.deepEqual(data, {})
  assert.deepEqual(await mailsTo(email), [])
})

test('a second mail within a minute is refused', async () => {
  const { email } = await forgetful()
  await refused('over_email_send_rate_limit', 429, client().auth.resetPasswordForEmail(email))
})

test('there is nothing to resend to who has confirmed the address', async () => {
  const { email } = await signedUp()
  const { error } = await client().auth.resend({ type: 'signup', email })
  assert.equal(error, null)
  assert.deepEqual(await mailsTo(email), [])
})

test('signing up with PKCE gives a session at once as well', async () => {
  const { session } = await signedUp(client({ flowType: 'pkce' }))
  assert.equal(session.token_type, 'bearer')
})
