import i18next from 'i18next'
import type { components } from './schema'

export type Problem = components['schemas']['Problem']
export type ProblemCode = components['schemas']['ProblemCode']

/** The API said no, and why (RFC 9457). */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail)
    this.name = 'ApiError'
  }

  get code(): ProblemCode {
    return this.problem.code
  }

  /** What is wrong with single fields of a form. */
  get violations(): { field: string; message: string }[] {
    return (this.problem.errors ?? []).flatMap(error => ('field' in error ? [error] : []))
  }

  /** Whether the same request may work later, unchanged. */
  get passing(): boolean {
    return this.problem.status >= 500
  }
}

/** No answer came: no network, no server, or one that is starting. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('there is no answer', { cause })
    this.name = 'Unreachable'
  }
}

/** Nobody is signed in (any more); whoever listens to the session has been told. */
export class SignedOut extends Error {
  constructor() {
    super('nobody is signed in')
    this.name = 'SignedOut'
  }
}

/** What goes wrong, in the user's language, with what to do about it. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) {
    const { code, requestId } = error.problem
    const said = error.violations.map(violation => violation.message).join(' ')
    const detail = said === '' ? error.problem.detail : said
    return i18next.exists(`problems:${code}`)
      ? i18next.t(`problems:${code}`, { detail, requestId })
      : i18next.t('problems:unknown')
  }
  if (error instanceof Unreachable) return i18next.t('problems:unreachable')
  if (error instanceof SignedOut) return i18next.t('problems:missing_token')
  return i18next.t('problems:unknown')
}

/** Reads a failure that came as an answer; one that is no problem of ours came from something in between. */
export function failureOf(status: number, body: unknown): Error {
  if (typeof body === 'object' && body !== null && 'code' in body && 'status' in body) {
    return new ApiError(body as Problem)
  }
  return new Unreachable(new Error(`answered by ${status} without a problem`))
}
