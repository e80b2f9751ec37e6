import type { Session, SupabaseClient } from '@supabase/supabase-js'
import { createContext, use, useSyncExternalStore } from 'react'
import type { Tokens } from '../api/client'
import { Unreachable } from '../api/problem'

export interface Identity {
  id: string
  email: string
}

export type SessionState =
  | { status: 'starting' }
  | { status: 'in'; user: Identity }
  /** `ended`: not by the user's own wish in this tab. */
  | { status: 'out'; ended: boolean }

/**
 * Who is signed in. Supabase keeps the session in this browser, renews it in the background, and tells the other tabs; here
 * its events become one state.
 */
export class SessionStore implements Tokens {
  private state: SessionState = { status: 'starting' }
  private leaving = false
  private readonly listeners = new Set<() => void>()

  constructor(readonly supabase: SupabaseClient) {
    supabase.auth.onAuthStateChange((_event, session) => this.see(session))
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  snapshot = () => this.state

  async current(): Promise<string | undefined> {
    const { data, error } = await this.supabase.auth.getSession()
    if (error && isPassing(error)) throw new Unreachable(error)
    return data.session?.access_token
  }

  async renewed(refused: string): Promise<string | undefined> {
    const present = await this.current()
    if (present !== undefined && present !== refused) return present
    const { data, error } = await this.supabase.auth.refreshSession()
    if (error && isPassing(error)) throw new Unreachable(error)
    return data.session?.access_token
  }

  /** Ends this session here and in all tabs, also when Supabase cannot be told. */
  async signOut() {
    this.leaving = true
    try {
      await this.supabase.auth.signOut({ scope: 'local' })
    } finally {
      this.leaving = false
    }
  }

  private see(session: Session | null) {
    const before = this.state
    if (session) {
      const user = { id: session.user.id, email: session.user.email ?? '' }
      if (before.status === 'in' && before.user.id === user.id && before.user.email === user.email) return
      this.state = { status: 'in', user }
    } else {
      if (before.status === 'out') return
      this.state = { status: 'out', ended: before.status === 'in' && !this.leaving }
    }
    for (const listener of this.listeners) listener()
  }
}

/** Whether Supabase could not be asked; the session may still be good. */
function isPassing(error: { status?: number | undefined; name: string }): boolean {
  return error.name === 'AuthRetryableFetchError' || (error.status ?? 0) >= 500
}

export const SessionContext = createContext<SessionStore | null>(null)

export function useSessionStore(): SessionStore {
  const store = use(SessionContext)
  if (store === null) throw new Error('there is no SessionContext above')
  return store
}

export function useSession(): SessionState {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, store.snapshot)
}

/** For pages that only the signed-in see. */
export function useIdentity(): Identity {
  const state = useSession()
  if (state.status !== 'in') throw new Error('this page is for the signed-in')
  return state.user
}
