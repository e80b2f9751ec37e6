import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'

export type Mode = components['schemas']['SearchMode']
export type Passage = components['schemas']['Passage']
export const MODES = ['hybrid', 'vector', 'keyword'] as const satisfies readonly Mode[]

/** How many passages are asked for, first and whenever somebody wants more; the last is all that the API gives. */
export const LIMITS = [10, 25, 50] as const
export const QUERY_MAX = 1_000

/** What is looked for, as the address of the page has it. */
export interface Wanted {
  query: string
  mode: Mode
  limit: number
}

export function wantedIn(address: URLSearchParams): Wanted {
  return {
    query: (address.get('q') ?? '').trim().slice(0, QUERY_MAX),
    mode: MODES.find(mode => mode === address.get('mode')) ?? 'hybrid',
    limit: LIMITS.find(limit => String(limit) === address.get('limit')) ?? LIMITS[0],
  }
}

export function addressOf({ query, mode, limit }: Wanted): URLSearchParams {
  const address = new URLSearchParams()
  if (query !== '') address.set('q', query)
  if (mode !== 'hybrid') address.set('mode', mode)
  if (limit !== LIMITS[0]) address.set('limit', String(limit))
  return address
}

const searchKeys = {
  of: (projectId: string) => ['search', projectId] as const,
  one: (projectId: string, { query, mode, limit }: Wanted) => ['search', projectId, query, mode, limit] as const,
}

export function useSearch(projectId: string, wanted: Wanted) {
  const api = useApi()
  const { query, mode } = wanted
  return useQuery({
    queryKey: searchKeys.one(projectId, wanted),
    queryFn: async ({ signal }) => {
      const found = await answer(
        api.POST('/api/v1/projects/{id}/search', { params: { path: { id: projectId } }, body: wanted, signal }),
      )
      return found.passages
    },
    enabled: query !== '',
    // While more are looked for, the first ones stay.
    placeholderData: (before, of) => {
      const [, project, said, by] = of?.queryKey ?? []
      return project === projectId && said === query && by === mode ? before : undefined
    },
  })
}

const LOOK_AGAIN_MS = 2_000

/**
 * How many of the newest documents cannot be found yet, because they were just written; looks again until there is none, and
 * has the search made again then.
 */
export function usePreparing(projectId: string): number {
  const api = useApi()
  const queries = useQueryClient()
  const { data = 0 } = useQuery({
    queryKey: ['preparing', projectId],
    queryFn: async ({ signal }) => {
      const page = await answer(
        api.GET('/api/v1/projects/{id}/documents', {
          params: { path: { id: projectId }, query: { limit: 24 } },
          signal,
        }),
      )
      return page.items.filter(document => document.ingestion === 'pending').length
    },
    refetchInterval: ({ state }) => (state.data ?? 0) > 0 && LOOK_AGAIN_MS,
    staleTime: 0,
  })
  const before = useRef(0)
  useEffect(() => {
    if (before.current > 0 && data === 0) void queries.invalidateQueries({ queryKey: searchKeys.of(projectId) })
    before.current = data
  }, [queries, projectId, data])
  return data
}
