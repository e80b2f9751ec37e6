// What the SDK tells those who listen, and how it keeps a session alive.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { client, eventsOf, eventually, password, refused, signedUp } from './support.js'

const shortLived = { at: process.env.SHORT_LIVED_SUPABASE_URL }

test('a listener is told everything that happens to a session, in order', async () => {
  const supabase = client()
  const events = eventsOf(supabase)
  assert.equal((await events.until('INITIAL_SESSION')).session, null)
  const { email } = await signedUp(supabase)
  await supabase.auth.refreshSession()
  await supabase.auth.updateUser({ data: { theme: 'dark' } })
  await supabase.auth.signOut()
  await supabase.auth.signInWithPassword({ email, password })
  assert.deepEqual(events.names(), [
    'INITIAL_SESSION', 'SIGNED_IN', 'TOKEN_REFRESHED', 'USER_UPDATED', 'SIGNED_OUT', 'SIGNED_IN',
  ])
  assert.equal((await events.until('USER_UPDATED')).session.user.user_metadata.theme, 'dark')
})

test('a session that comes from elsewhere is told as a sign-in', async () => {
  const { session, user } = await signedUp()
  const supabase = client()
  const events = eventsOf(supabase)
  const { error } = await supabase.auth.setSession(session)
  assert.equal(error, null)
  assert.equal((await events.until('SIGNED_IN')).session.user.id, user.id)
})

async function expiry(session) {
  const refusal = await eventually('the end of the access token', async () =>
    (await client({}, shortLived).auth.getUser(session.access_token)).error)
  assert.equal(refusal.code, 'bad_jwt')
  assert.equal(refusal.status, 403)
}

test('an access token that has expired is refreshed before it is used', async () => {
  const { supabase, session } = await signedUp(client({}, shortLived))
  const events = eventsOf(supabase)
  await expiry(session)
  const { data, error } = await supabase.auth.getUser()
  assert.equal(error, null)
  assert.equal(data.user.id, session.user.id)
  const refreshed = (await events.until('TOKEN_REFRESHED')).session
  assert.notEqual(refreshed.access_token, session.access_token)
})

test('a session that was ended elsewhere ends here when its access token does', async () => {
  const { supabase, session, email } = await signedUp(client({}, shortLived))
  const events = eventsOf(supabase)
  await expiry(session)
  const elsewhere = client({}, shortLived)
  await elsewhere.auth.signInWithPassword({ email, password })
  await elsewhere.auth.signOut({ scope: 'global' })
  await refused('refresh_token_not_found', 400, supabase.auth.refreshSession())
  await events.until('SIGNED_OUT')
  assert.equal((await supabase.auth.getSession()).data.session, null)
})

test('a client refreshes its session by itself, without being used', async (t) => {
  // The SDK looks every 30 s; nothing but its own interval is made to pass at once.
  mock.timers.enable({ apis: ['setInterval'] })
  t.after(() => mock.timers.reset())
  const { supabase, session } = await signedUp(client({ autoRefreshToken: true }, shortLived))
  const events = eventsOf(supabase)
  await events.until('INITIAL_SESSION')
  mock.timers.tick(30_000)
  const refreshed = (await events.until('TOKEN_REFRESHED')).session
  assert.notEqual(refreshed.refresh_token, session.refresh_token)
  await supabase.auth.stopAutoRefresh()
})
