import { describe, expect, it } from 'vitest'
import type { ServerEvent } from '../api/events'
import { ApiError, failureOf } from '../api/problem'
import { follow } from './follow'

const event = (id: number, name: string, data: object = {}) =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/** An answer that comes in these pieces, whole or broken anywhere, and then ends or breaks off. */
function stream(pieces: string[], broken = false): Response {
  const encoder = new TextEncoder()
  const rest = [...pieces]
  return new Response(
    new ReadableStream({
      pull(controller) {
        const next = rest.shift()
        if (next !== undefined) controller.enqueue(encoder.encode(next))
        else if (broken) controller.error(new TypeError('network error'))
        else controller.close()
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  )
}

/** A server that gives these answers one after the other. */
async function followed(answers: (Response | Error)[], signal = new AbortController().signal) {
  const events: ServerEvent[] = []
  const asked: (string | undefined)[] = []
  const waits: number[] = []
  const connected: boolean[] = []
  await follow(
    {
      open: lastEventId => {
        asked.push(lastEventId)
        const answer = answers.shift() ?? new Error('there is no further answer')
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
      },
      onEvent: told => events.push(told),
      onConnected: state => connected.push(state),
      wait: milliseconds => {
        waits.push(milliseconds)
        return Promise.resolve()
      },
    },
    told => told.name === 'run.completed',
    signal,
  )
  return { events, asked, waits, connected }
}

describe('following a run', () => {
  it('reads events wherever the stream is cut, and passes over comments', async () => {
    const all = `: hello\n\n${event(1, 'run.started', { progress: 0 })}${event(2, 'run.completed', { text: 'É' })}`
    const { events, asked } = await followed([stream(all.match(/[\s\S]{1,7}/g) ?? [])])
    expect(events).toEqual([
      { name: 'run.started', data: { progress: 0 } },
      { name: 'run.completed', data: { text: 'É' } },
    ])
    expect(asked).toEqual([undefined])
  })

  it('comes back after the last event that it got, and reads no half event', async () => {
    const { events, asked, connected } = await followed([
      stream([event(1, 'run.started'), event(2, 'step.started'), 'id: 3\nevent: step.completed\ndata: {"ha'], true),
      stream([event(3, 'step.completed', { whole: true }), event(4, 'run.completed')]),
    ])
    expect(events.map(told => told.name)).toEqual(['run.started', 'step.started', 'step.completed', 'run.completed'])
    expect(events[2]?.data).toEqual({ whole: true })
    expect(asked).toEqual([undefined, '2'])
    expect(connected).toEqual([true, false, true, false])
  })

  it('keeps its place over events without a number', async () => {
    const { asked } = await followed([
      stream([event(5, 'step.started'), 'event: step.token\ndata: {"text":"a"}\n\n']),
      stream([event(6, 'run.completed')]),
    ])
    expect(asked).toEqual([undefined, '5'])
  })

  it('waits longer each time, and not longer than 15 s, until something comes', async () => {
    const away = Array.from({ length: 7 }, () => new TypeError('away'))
    const { waits } = await followed([...away, stream([event(1, 'run.started')]), stream([event(2, 'run.completed')])])
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 500])
  })

  it('tries again when the API is in trouble, and gives up when it refuses', async () => {
    const problem = (status: number, code: string) =>
      failureOf(status, { type: 'about:blank', title: '', status, detail: 'No.', code, requestId: '1' })
    const { asked } = await followed([problem(503, 'queue_unavailable'), stream([event(1, 'run.completed')])])
    expect(asked).toHaveLength(2)
    await expect(followed([problem(404, 'not_found')])).rejects.toBeInstanceOf(ApiError)
  })

  it('stops when nobody looks any more', async () => {
    const ending = new AbortController()
    ending.abort()
    const { asked } = await followed([], ending.signal)
    expect(asked).toEqual([])
  })
})
