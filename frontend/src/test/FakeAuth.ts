import type { SupabaseClient } from '@supabase/supabase-js'

interface FakeSession {
  access_token: string
  user: { id: string; email: string }
}

interface Credentials {
  email: string
  password: string
}

type Listener = (event: string, session: FakeSession | null) => void

const ADA: FakeSession = { access_token: 'token', user: { id: 'ada', email: 'ada@example.org' } }

function refusal(code: string) {
  return { error: { name: 'AuthApiError', code } }
}

/** As much of Supabase Auth as the application asks for, with the account of one user and no network. */
export class FakeAuth {
  password = 'correct horse'
  /** Mails that were asked for: to whom, and where their links lead. */
  readonly mails: { email: string; redirectTo: string }[] = []
  /** What an account was registered with. */
  readonly registered: unknown[] = []
  private session: FakeSession | null
  private listener: Listener = () => undefined

  constructor(signedIn: boolean) {
    this.session = signedIn ? ADA : null
  }

  asClient(): SupabaseClient {
    return { auth: this } as unknown as SupabaseClient
  }

  onAuthStateChange(listener: Listener) {
    this.listener = listener
    queueMicrotask(() => listener('INITIAL_SESSION', this.session))
  }

  getSession() {
    return Promise.resolve({ data: { session: this.session }, error: null })
  }

  signInWithPassword({ email, password }: Credentials) {
    if (email !== ADA.user.email || password !== this.password) return Promise.resolve(refusal('invalid_credentials'))
    return this.become(ADA)
  }

  signUp(account: Credentials & { options: unknown }) {
    if (account.email === ADA.user.email) return Promise.resolve(refusal('user_already_exists'))
    this.registered.push(account)
    return this.become({ access_token: 'token', user: { id: 'new', email: account.email } })
  }

  resetPasswordForEmail(email: string, { redirectTo }: { redirectTo: string }) {
    if (this.mails.length > 0) return Promise.resolve(refusal('over_email_send_rate_limit'))
    this.mails.push({ email, redirectTo })
    return Promise.resolve({ error: null })
  }

  updateUser({ password }: { password: string }) {
    if (password === this.password) return Promise.resolve(refusal('same_password'))
    this.password = password
    return Promise.resolve({ error: null })
  }

  signOut() {
    return this.become(null)
  }

  private become(session: FakeSession | null) {
    this.session = session
    this.listener(session ? 'SIGNED_IN' : 'SIGNED_OUT', session)
    return Promise.resolve({ error: null })
  }
}
