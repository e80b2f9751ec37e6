import type { ProblemCode } from '../api/problem'

export interface Sent {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  /** What was sent as JSON; undefined for nothing. */
  body: unknown
}

type Answer = (sent: Sent) => Response | Promise<Response>

/** An API that answers what it was told to, and knows what it was asked; all else is not there. */
export class FakeApi {
  readonly sent: Sent[] = []
  private readonly answers = new Map<string, Answer>()

  constructor() {
    const user = { id: 'ada', email: 'ada@example.org', fullName: 'Ada Lovelace', createdAt: '2026-11-24T18:00:00Z' }
    this.on('GET /api/v1/me', () => Response.json(user))
  }

  /** @param route such as `GET /api/v1/me`; the latest answer for it counts */
  on(route: string, answer: Answer): this {
    this.answers.set(route, answer)
    return this
  }

  /** What was asked of this route, the first first. */
  sentTo(route: string): Sent[] {
    return this.sent.filter(({ method, path }) => `${method} ${path}` === route)
  }

  fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const text = await request.text()
    const sent: Sent = {
      method: request.method,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    this.sent.push(sent)
    return (this.answers.get(`${sent.method} ${sent.path}`) ?? (() => problem(404, 'not_found')))(sent)
  }
}

export function problem(status: number, code: ProblemCode, detail = 'No.') {
  return Response.json({ type: 'about:blank', title: code, status, detail, code, requestId: 'r-1' }, { status })
}

export function page(items: unknown[], nextCursor: string | null = null) {
  return Response.json({ items, nextCursor })
}

/** One thing with its version. */
export function versioned(value: unknown, etag = '"1"', status = 200) {
  return Response.json(value, { status, headers: { ETag: etag } })
}
