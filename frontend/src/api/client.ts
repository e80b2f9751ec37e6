import createClient, { type Client } from 'openapi-fetch'
import { failureOf, SignedOut, Unreachable } from './problem'
import type { paths } from './schema'

/** Where the access tokens come from. */
export interface Tokens {
  /** The one of the present session, renewed when it is about to expire; nothing when nobody is signed in. */
  current(): Promise<string | undefined>
  /** A new one in exchange for one that the API has refused; nothing when the session is over. */
  renewed(refused: string): Promise<string | undefined>
}

export type Api = Client<paths>

export function createApi(apiUrl: string, tokens: Tokens): Api {
  return createClient<paths>({ baseUrl: apiUrl, fetch: authorized(tokens) })
}

/** Sends requests with a token, and once more with a new one when the first is refused. */
export function authorized(tokens: Tokens, send: typeof fetch = fetch) {
  return async (request: Request): Promise<Response> => {
    const token = await tokens.current()
    if (token === undefined) throw new SignedOut()
    const again = request.clone()
    const response = await sendWith(token, request, send)
    if (response.status !== 401) return response
    const next = await tokens.renewed(token)
    if (next === undefined) throw new SignedOut()
    return sendWith(next, again, send)
  }
}

async function sendWith(token: string, request: Request, send: typeof fetch): Promise<Response> {
  request.headers.set('Authorization', `Bearer ${token}`)
  try {
    return await send(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new Unreachable(error)
  }
}

interface Outcome<T> {
  data?: T
  error?: unknown
  response: Response
}

/** What a request was answered, or the failure that it was: {@link ApiError}, {@link Unreachable} or {@link SignedOut}. */
export async function answer<T>(request: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await request
  if (!response.ok) throw failureOf(response.status, error)
  return data as T
}

/** A thing, and which version of it this is. */
export interface Versioned<T> {
  value: T
  etag: string
}

/** The same, with the version that a later change is to name in `If-Match`. */
export async function versioned<T>(request: Promise<Outcome<T>>): Promise<Versioned<T>> {
  const { data, error, response } = await request
  if (!response.ok) throw failureOf(response.status, error)
  return { value: data as T, etag: response.headers.get('ETag') ?? '*' }
}
