import { createParser } from 'eventsource-parser'
import { ApiError, failureOf, SignedOut, Unreachable } from '../api/problem'

/** Something that happened, as the API tells it. */
export interface ServerEvent {
  name: string
  data: unknown
}

export interface Following {
  /** Asks for the events after this number, or from the first one on. */
  open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>
  onEvent: (event: ServerEvent) => void
  /** Whether events come at the moment. */
  onConnected: (connected: boolean) => void
  /** Waits; can be shortened by the signal. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** The API says something, if only a comment, every 15 s; after this a connection is dead. */
const SILENCE_MS = 45_000
const LARGEST_EVENT = 4 * 1024 * 1024

/**
 * Follows a stream of server-sent events until its end is told or the signal says so. After a lost connection it comes
 * back, slower each time, and asks for what came after the last event that it got.
 *
 * @param isLast which event is the last one
 * @throws ApiError when the API refuses it for good
 */
export async function follow(following: Following, isLast: (event: ServerEvent) => boolean, signal: AbortSignal) {
  const { open, onEvent, onConnected, wait = pause } = following
  let lastEventId: string | undefined
  let waitMs = FIRST_WAIT_MS
  let over = false
  const stopped = () => over || signal.aborted
  const parser = createParser({
    maxBufferSize: LARGEST_EVENT,
    onEvent: ({ event = 'message', id, data }) => {
      if (id !== undefined) lastEventId = id
      waitMs = FIRST_WAIT_MS
      const read = { name: event, data: parse(data) }
      over ||= isLast(read)
      onEvent(read)
    },
  })
  while (!stopped()) {
    try {
      const response = await open(lastEventId, signal)
      if (!response.ok) throw failureOf(response.status, await response.json().catch(() => undefined))
      onConnected(true)
      parser.reset()
      await read(response, text => parser.feed(text), signal)
    } catch (error) {
      if (stopped()) return
      if (error instanceof SignedOut || (error instanceof ApiError && !error.passing)) throw error
    }
    onConnected(false)
    if (stopped()) return
    await wait(waitMs, signal)
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
  }
}

async function read(response: Response, feed: (text: string) => void, signal: AbortSignal) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Unreachable(new Error('the answer has no body'))
  const cancel = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  let silence = setTimeout(cancel, SILENCE_MS)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence)
      silence = setTimeout(cancel, SILENCE_MS)
      feed(part.value)
    }
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', cancel)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
  })
}
