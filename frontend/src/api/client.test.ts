import { describe, expect, it, vi } from 'vitest'
import { answer, authorized, createApi, versioned, type Tokens } from './client'
import { ApiError, messageOf, SignedOut, Unreachable } from './problem'
import { createQueryClient } from './queries'

const problem = (status: number, code: string) =>
  new Response(
    JSON.stringify({ type: 'about:blank', title: 'No', status, detail: 'In English.', code, requestId: 'r-7' }),
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )

const tokens = (current: string | undefined, renewed: string | undefined): Tokens => ({
  current: () => Promise.resolve(current),
  renewed: () => Promise.resolve(renewed),
})

/** An API that answers with these, one after the other. */
function scripted(who: Tokens, ...answers: (() => Response)[]) {
  const seen: string[] = []
  const send = vi.fn(async (request: Request) => {
    seen.push(`${request.headers.get('Authorization') ?? ''} ${await request.text()}`)
    const next = answers.shift()
    if (!next) throw new TypeError('Failed to fetch')
    return next()
  })
  return { seen, fetch: authorized(who, send as typeof fetch) }
}

const request = () => new Request('http://api.test/api/v1/projects', { method: 'POST', body: 'body' })

describe('requests', () => {
  it('carry the token of the session', async () => {
    const { seen, fetch } = scripted(tokens('t1', undefined), () => new Response('{}'))
    await fetch(request())
    expect(seen).toEqual(['Bearer t1 body'])
  })

  it('are sent once more with a new token when the first is refused', async () => {
    const { seen, fetch } = scripted(
      tokens('old', 'new'),
      () => problem(401, 'expired_token'),
      () => new Response('{}'),
    )
    expect((await fetch(request())).status).toBe(200)
    expect(seen).toEqual(['Bearer old body', 'Bearer new body'])
  })

  it('end when there is no session, or no new token for it', async () => {
    await expect(scripted(tokens(undefined, undefined)).fetch(request())).rejects.toThrow(SignedOut)
    const refused = scripted(tokens('old', undefined), () => problem(401, 'invalid_token'))
    await expect(refused.fetch(request())).rejects.toThrow(SignedOut)
  })

  it('that nobody answers are unreachable', async () => {
    await expect(scripted(tokens('t', undefined)).fetch(request())).rejects.toThrow(Unreachable)
  })
})

describe('answers', () => {
  const api = (response: () => Response) => {
    vi.stubGlobal('fetch', () => Promise.resolve(response()))
    return createApi('http://api.test', tokens('t', 't'))
  }

  it('come with the version that a change is to name', async () => {
    const me = api(() => new Response('{"id":"1"}', { headers: { ETag: '"4"', 'Content-Type': 'application/json' } }))
    expect(await versioned(me.GET('/api/v1/me'))).toMatchObject({ etag: '"4"', value: { id: '1' } })
  })

  it('that are problems are errors with a code, and a message in the language of the user', async () => {
    const failed = answer(api(() => problem(404, 'not_found')).GET('/api/v1/me'))
    await expect(failed).rejects.toThrow(ApiError)
    const error: unknown = await failed.catch((reason: unknown) => reason)
    expect((error as ApiError).code).toBe('not_found')
    expect(messageOf(error)).toBe('It is not there any more: deleted, or never yours.')
  })

  it('that come from something in between are no answer', async () => {
    const page = api(() => new Response('<html>', { status: 502 }))
    await expect(answer(page.GET('/api/v1/me', { parseAs: 'text' }))).rejects.toThrow(Unreachable)
  })

  it('say the number of the request where it helps', () => {
    const error = new ApiError({
      type: 'about:blank',
      title: '',
      status: 500,
      detail: 'x',
      code: 'internal_error',
      requestId: 'r-7',
    })
    expect(messageOf(error)).toContain('r-7')
    expect(messageOf(new Unreachable('x'))).toContain('cannot be reached')
    expect(messageOf(new TypeError('x'))).toBe('Something went wrong. Try again.')
  })
})

describe('repeating', () => {
  const { retry } = createQueryClient().getDefaultOptions().queries ?? {}
  const again = (failures: number, error: Error) => typeof retry === 'function' && retry(failures, error)

  it('is for reads that may work the next time, twice', () => {
    expect(again(0, new Unreachable('x'))).toBe(true)
    expect(again(1, new Unreachable('x'))).toBe(true)
    expect(again(2, new Unreachable('x'))).toBe(false)
    expect(again(0, new SignedOut())).toBe(false)
    expect(createQueryClient().getDefaultOptions().mutations?.retry).toBeUndefined()
  })
})
