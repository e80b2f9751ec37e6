import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useState } from 'react'
import { useApi } from '../api/context'
import type { ServerEvent } from '../api/events'
import { failureOf, Unreachable } from '../api/problem'
import { follow } from './follow'
import { snapshot, told, type Live } from './live'
import { isOver, runKeys, type Run, type Step } from './runs'

type Action = { type: 'snapshot'; run: Run; steps: readonly Step[] } | { type: 'event'; event: ServerEvent }

function reduce(live: Live, action: Action): Live {
  return action.type === 'event' ? told(live, action.event) : snapshot(action.run, action.steps)
}

const LAST = new Set(['run.completed', 'run.failed', 'run.stopped'])

/** A run as it goes on: what was asked for, and from then on what is told. */
export function useLive(run: Run, steps: readonly Step[]) {
  const api = useApi()
  const queries = useQueryClient()
  const [live, dispatch] = useReducer(reduce, undefined, () => snapshot(run, steps))
  const [connected, setConnected] = useState(true)
  const [failure, setFailure] = useState<unknown>()
  const over = isOver(run)
  const { id } = run

  // While events come they know better.
  const [shown, setShown] = useState(steps)
  if (over && shown !== steps) {
    setShown(steps)
    dispatch({ type: 'snapshot', run, steps })
  }

  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: runKeys.steps(id) })
  }, [queries, id, over])

  useEffect(() => {
    if (over) return
    const ending = new AbortController()
    const { signal } = ending
    const onEvent = (event: ServerEvent) => {
      dispatch({ type: 'event', event })
      if (event.name.startsWith('run.')) void queries.invalidateQueries({ queryKey: runKeys.one(id) })
    }
    const open = async (lastEventId: string | undefined) => {
      const { response, error } = await api.GET('/api/v1/runs/{id}/events', {
        params: { path: { id }, ...(lastEventId !== undefined && { header: { 'Last-Event-ID': lastEventId } }) },
        headers: { Accept: 'text/event-stream' },
        parseAs: 'stream',
        signal,
      })
      if (!response.ok) throw failureOf(response.status, error)
      return response
    }
    follow({ open, onEvent, onConnected: setConnected }, event => LAST.has(event.name), signal).catch(
      (error: unknown) => setFailure(error ?? new Unreachable(undefined)),
    )
    return () => ending.abort()
  }, [api, queries, id, over])

  return { live, connected: connected || over, failure }
}
