import { createParser } from 'eventsource-parser'
import { Unreachable } from './problem'

/** Something that happened, as the API tells it. */
export interface ServerEvent {
  name: string
  data: unknown
}

/** The API says something every 15 s, if only a comment, and a model writes on sooner; after this a connection is dead. */
const SILENCE_MS = 45_000
const LARGEST_EVENT = 4 * 1024 * 1024

/** Reads server-sent events until they end, nothing comes for 45 s, or the signal says so; then it returns. */
export async function readEvents(
  response: Response,
  onEvent: (event: ServerEvent, id: string | undefined) => void,
  signal: AbortSignal,
) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Unreachable(new Error('the answer has no body'))
  const parser = createParser({
    maxBufferSize: LARGEST_EVENT,
    onEvent: ({ event = 'message', id, data }) => onEvent({ name: event, data: parse(data) }, id),
  })
  const cancel = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  let silence = setTimeout(cancel, SILENCE_MS)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence)
      silence = setTimeout(cancel, SILENCE_MS)
      parser.feed(part.value)
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
