// The promises of the local Supabase Auth that the real SDK relies on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@supabase/supabase-js'
import ws from 'ws'

const url = process.env.SUPABASE_URL
const publishableKey = process.env.SUPABASE_ANON_KEY
const password = 'correct horse'
let people = 0

function client(key = publishableKey) {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    // Node before 22 has no WebSocket of its own.
    realtime: { transport: ws },
  })
}

function newEmail() {
  return `person-${process.pid}-${++people}@example.com`
}

async function signedUp(email = newEmail()) {
  const supabase = client()
  const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { fullName: 'Ida' } } })
  assert.equal(error, null)
  return { supabase, email, session: data.session, user: data.user }
}

function claims(accessToken) {
  return JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url'))
}

async function refused(code, status, call) {
  const { error } = await call
  assert.ok(error, 'was not refused')
  assert.equal(error.code, code)
  assert.equal(error.status, status)
  return error
}

// The SDK has an error of its own for the code session_not_found.
async function withoutSession(call) {
  const { error } = await call
  assert.equal(error?.name, 'AuthSessionMissingError')
}

test('signing up gives a session at once', async () => {
  const { session, user, email } = await signedUp()
  assert.equal(user.email, email)
  assert.equal(user.user_metadata.fullName, 'Ida')
  assert.deepEqual(user.app_metadata, { provider: 'email', providers: ['email'] })
  assert.equal(user.identities.length, 1)
  assert.equal(session.token_type, 'bearer')
  assert.equal(session.expires_in, 3600)
})

test('an access token says who it is for', async () => {
  const { session, user, email } = await signedUp()
  const said = claims(session.access_token)
  assert.equal(said.iss, `${url}/auth/v1`)
  assert.equal(said.sub, user.id)
  assert.equal(said.aud, 'authenticated')
  assert.equal(said.role, 'authenticated')
  assert.equal(said.email, email)
  assert.equal(said.is_anonymous, false)
})

test('the SDK itself verifies the access token with the key set', async () => {
  const { supabase, user } = await signedUp()
  const { data, error } = await supabase.auth.getClaims()
  assert.equal(error, null)
  assert.equal(data.claims.sub, user.id)
  assert.equal(data.header.alg, 'ES256')
})

test('signing in with the password gives another session of the same user', async () => {
  const { email, user, session } = await signedUp()
  const { data, error } = await client().auth.signInWithPassword({ email, password })
  assert.equal(error, null)
  assert.equal(data.user.id, user.id)
  assert.notEqual(claims(data.session.access_token).session_id, claims(session.access_token).session_id)
})

test('case and space do not matter in an address', async () => {
  const { email, user } = await signedUp()
  const { data } = await client().auth.signInWithPassword({ email: ` ${email.toUpperCase()}`, password })
  assert.equal(data.user.id, user.id)
})

test('the user of a session is told', async () => {
  const { supabase, user } = await signedUp()
  const { data, error } = await supabase.auth.getUser()
  assert.equal(error, null)
  assert.equal(data.user.id, user.id)
})

test('refreshing gives a new access token and a new refresh token', async () => {
  const { supabase, session } = await signedUp()
  const { data, error } = await supabase.auth.refreshSession()
  assert.equal(error, null)
  assert.notEqual(data.session.refresh_token, session.refresh_token)
  assert.equal(claims(data.session.access_token).session_id, claims(session.access_token).session_id)
})

test('signing out ends the session', async () => {
  const { supabase, session } = await signedUp()
  const { error } = await supabase.auth.signOut()
  assert.equal(error, null)
  await withoutSession(supabase.auth.getUser(session.access_token))
  await refused('refresh_token_not_found', 400, supabase.auth.refreshSession(session))
})

test('signing out the others leaves this session', async () => {
  const { supabase, email, session } = await signedUp()
  const here = client()
  await here.auth.signInWithPassword({ email, password })
  const { error } = await here.auth.signOut({ scope: 'others' })
  assert.equal(error, null)
  await withoutSession(supabase.auth.getUser(session.access_token))
  assert.equal((await here.auth.getUser()).error, null)
})

test('a wrong password is refused', async () => {
  const { email } = await signedUp()
  await refused('invalid_credentials', 400, client().auth.signInWithPassword({ email, password: 'wrong password' }))
})

test('an unknown address is refused in the same words as a wrong password', async () => {
  const { email } = await signedUp()
  const wrong = await refused('invalid_credentials', 400, client().auth.signInWithPassword({ email, password: 'wrong' }))
  const unknown = await refused(
    'invalid_credentials', 400, client().auth.signInWithPassword({ email: newEmail(), password: 'wrong' }))
  assert.equal(unknown.message, wrong.message)
})

test('an address can sign up only once', async () => {
  const { email } = await signedUp()
  await refused('user_already_exists', 422, client().auth.signUp({ email, password }))
})

test('a weak password is refused with the reason', async () => {
  const error = await refused('weak_password', 422, client().auth.signUp({ email: newEmail(), password: '12345' }))
  assert.deepEqual(error.reasons, ['length'])
})

test('a password that bcrypt would cut off is refused', async () => {
  await refused('validation_failed', 400, client().auth.signUp({ email: newEmail(), password: 'x'.repeat(73) }))
})

test('something that is no address is refused', async () => {
  await refused('validation_failed', 400, client().auth.signUp({ email: 'nobody', password }))
})

test('a changed password replaces the old one and ends other sessions', async () => {
  const { supabase, email, session } = await signedUp()
  const here = client()
  await here.auth.signInWithPassword({ email, password })
  assert.equal((await here.auth.updateUser({ password: 'another password' })).error, null)
  await withoutSession(supabase.auth.getUser(session.access_token))
  await refused('invalid_credentials', 400, client().auth.signInWithPassword({ email, password }))
  assert.equal((await client().auth.signInWithPassword({ email, password: 'another password' })).error, null)
})

test('the same password is not a new one', async () => {
  const { supabase } = await signedUp()
  await refused('same_password', 422, supabase.auth.updateUser({ password }))
})

test('data of the user is merged', async () => {
  const { supabase } = await signedUp()
  const { data, error } = await supabase.auth.updateUser({ data: { theme: 'dark', fullName: null } })
  assert.equal(error, null)
  assert.equal(data.user.user_metadata.theme, 'dark')
  assert.ok(!('fullName' in data.user.user_metadata))
})

test('the address of somebody else cannot be taken', async () => {
  const { email } = await signedUp()
  const { supabase } = await signedUp()
  await refused('email_exists', 422, supabase.auth.updateUser({ email }))
})

test('a wrong API key lets nobody in', async () => {
  const { error } = await client('sb_publishable_other').auth.signUp({ email: newEmail(), password })
  assert.equal(error.status, 401)
})
