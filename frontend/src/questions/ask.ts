import type { Api } from '../api/client'
import { readEvents } from '../api/events'
import { ApiError, failureOf, Unreachable, type Problem } from '../api/problem'
import type { components } from '../api/schema'

export type Answer = components['schemas']['Answer']
export type Citation = components['schemas']['Citation']

/** Asks one question; nothing that was asked before is known to it. */
export type Ask = (question: string, onToken: (text: string) => void, signal: AbortSignal) => Promise<Answer>

/**
 * Asks about the documents of a project. The answer is told as it is written; it is not asked for again when it breaks off,
 * because models cost money.
 */
export function askOf(api: Api, projectId: string): Ask {
  return async (question, onToken, signal) => {
    const { response, error } = await api.POST('/api/v1/projects/{id}/ask', {
      params: { path: { id: projectId } },
      body: { question },
      headers: { Accept: 'text/event-stream' },
      parseAs: 'stream',
      signal,
    })
    if (!response.ok) throw failureOf(response.status, error)
    return read(response, onToken, signal)
  }
}

/** @throws Unreachable when the stream ends before the answer does */
export async function read(response: Response, onToken: (text: string) => void, signal: AbortSignal): Promise<Answer> {
  let outcome: Answer | ApiError | undefined
  await readEvents(
    response,
    ({ name, data }) => {
      if (typeof data !== 'object' || data === null) return
      if (name === 'token') onToken((data as components['schemas']['AnswerToken']).text)
      else if (name === 'done') outcome = data as Answer
      else if (name === 'error') outcome = new ApiError(data as Problem)
    },
    signal,
  )
  if (outcome === undefined) throw new Unreachable(new Error('the answer has broken off'))
  if (outcome instanceof ApiError) throw outcome
  return outcome
}
