// What the tests share: the SDK as the frontend makes it, people to try it with, and their mails.
import assert from 'node:assert/strict'
import { createClient } from '@supabase/supabase-js'
import ws from 'ws'

export const url = process.env.SUPABASE_URL
export const publishableKey = process.env.SUPABASE_ANON_KEY
export const password = 'correct horse'
let people = 0

export function client(auth = {}, { at = url, key = publishableKey, fetch = globalThis.fetch } = {}) {
  return createClient(at, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false, ...auth },
    global: { fetch },
    // Node before 22 has no WebSocket of its own.
    realtime: { transport: ws },
  })
}

export function newEmail() {
  return `person-${process.pid}-${++people}@example.com`
}

export async function signedUp(supabase = client(), email = newEmail()) {
  const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { fullName: 'Ida' } } })
  assert.equal(error, null)
  return { supabase, email, session: data.session, user: data.user }
}

export function claims(accessToken) {
  return JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url'))
}

export async function refused(code, status, call) {
  const { error } = await call
  assert.ok(error, 'was not refused')
  assert.equal(error.code, code)
  assert.equal(error.status, status)
  return error
}

// The SDK has an error of its own for the code session_not_found.
export async function withoutSession(call) {
  const { error } = await call
  assert.equal(error?.name, 'AuthSessionMissingError')
}

export async function mailsTo(email) {
  const { messages } = await (await fetch(`${process.env.MAILBOX_URL}/api/messages`)).json()
  return messages.filter((mail) => mail.to === email)
}

export async function mailTo(email) {
  const mails = await mailsTo(email)
  assert.equal(mails.length, 1)
  return mails[0]
}

// Where the link of a mail leads in the end.
export async function follow(link) {
  const answer = await fetch(link, { redirect: 'manual' })
  assert.equal(answer.status, 303)
  return new URL(answer.headers.get('location'))
}

// The events that a client has told, and a wait for one of them.
export function eventsOf(supabase) {
  const seen = []
  supabase.auth.onAuthStateChange((event, session) => seen.push({ event, session }))
  return {
    names: () => seen.map(({ event }) => event),
    until: (name) => eventually(`the event ${name}`, () => seen.find(({ event }) => event === name)),
  }
}

export async function eventually(what, condition) {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const found = await condition()
    if (found) {
      return found
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail(`${what} did not come about`)
}
