// The promises of the local Supabase Auth that the real SDK relies on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claims, client, newEmail, password, refused, signedUp, url, withoutSession } from './support.js'

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

test('the SDK verifies the access token by itself, with the published key', async () => {
  const asked = []
  const supabase = client({}, { fetch: (address, options) => (asked.push(new URL(address).pathname), fetch(address, options)) })
  const { user, session } = await signedUp(supabase)
  asked.length = 0
  const { data, error } = await supabase.auth.getClaims()
  assert.equal(error, null)
  assert.equal(data.claims.sub, user.id)
  assert.equal(data.header.alg, 'ES256')
  assert.deepEqual(asked, ['/auth/v1/.well-known/jwks.json'])

  const [header, , signature] = session.access_token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...data.claims, role: 'service_role' })).toString('base64url')
  const refusal = await supabase.auth.getClaims(`${header}.${forged}.${signature}`)
  assert.equal(refusal.error?.message, 'Invalid JWT signature')
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

async function signedInTwice() {
  const { supabase: there, email } = await signedUp()
  const here = client()
  assert.equal((await here.auth.signInWithPassword({ email, password })).error, null)
  const [hereSession, thereSession] = await Promise.all(
    [here, there].map(async (each) => (await each.auth.getSession()).data.session))
  return { here, there, hereSession, thereSession }
}

test('signing out ends all sessions', async () => {
  const { here, there, hereSession, thereSession } = await signedInTwice()
  assert.equal((await here.auth.signOut()).error, null)
  for (const session of [hereSession, thereSession]) {
    await withoutSession(there.auth.getUser(session.access_token))
    await refused('refresh_token_not_found', 400, client().auth.refreshSession(session))
  }
})

test('signing out here leaves the others', async () => {
  const { here, there, hereSession } = await signedInTwice()
  assert.equal((await here.auth.signOut({ scope: 'local' })).error, null)
  await refused('refresh_token_not_found', 400, client().auth.refreshSession(hereSession))
  assert.equal((await there.auth.getUser()).error, null)
  assert.equal((await there.auth.refreshSession()).error, null)
})

test('signing out the others leaves this session', async () => {
  const { here, there, thereSession } = await signedInTwice()
  assert.equal((await here.auth.signOut({ scope: 'others' })).error, null)
  await withoutSession(there.auth.getUser(thereSession.access_token))
  assert.equal((await here.auth.getUser()).error, null)
})

test('a refresh token that somebody else has used long ago ends the session for both', async () => {
  const at = process.env.ADVANCING_SUPABASE_URL
  const { supabase: owner, session } = await signedUp(client({}, { at }))
  const thief = client({}, { at })
  assert.equal((await thief.auth.refreshSession(session)).error, null)
  const stolen = (await thief.auth.refreshSession()).data.session
  await fetch(`${process.env.CLOCK_URL}/?seconds=11`, { method: 'POST' })
  await refused('refresh_token_already_used', 400, owner.auth.refreshSession())
  await refused('refresh_token_already_used', 400, client({}, { at }).auth.refreshSession(stolen))
})

test('a refresh token that was used a moment ago still works, as for two tabs', async () => {
  const { supabase, session } = await signedUp()
  const other = client()
  const [first, second] = await Promise.all([supabase.auth.refreshSession(), other.auth.refreshSession(session)])
  assert.equal(first.error, null)
  assert.equal(second.error, null)
  assert.equal(first.data.session.refresh_token, second.data.session.refresh_token)
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
  const { error } = await client({}, { key: 'sb_publishable_other' }).auth.signUp({ email: newEmail(), password })
  assert.equal(error.status, 401)
})
