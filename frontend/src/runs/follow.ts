import { readEvents, type ServerEvent } from '../api/events'
import { ApiError, SignedOut } from '../api/problem'

export interface Following {
  /** Asks for the events after this number, or from the first one on; throws what the API answers instead. */
  open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>
  onEvent: (event: ServerEvent) => void
  /** Whether events come at the moment. */
  onConnected: (connected: boolean) => void
  /** Waits; can be shortened by the signal. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

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
  const onRead = (event: ServerEvent, id: string | undefined) => {
    if (id !== undefined) lastEventId = id
    waitMs = FIRST_WAIT_MS
    over ||= isLast(event)
    onEvent(event)
  }
  while (!stopped()) {
    try {
      const response = await open(lastEventId, signal)
      onConnected(true)
      await readEvents(response, onRead, signal)
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
