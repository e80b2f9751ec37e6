import { useQuery } from '@tanstack/react-query'
import { answer, versioned } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import { usePages } from '../ui/paging'

export type Project = components['schemas']['Project']

export const projectKeys = { list: ['projects'] as const, one: (id: string) => ['project', id] as const }

export function useProjects() {
  const api = useApi()
  return usePages({
    key: projectKeys.list,
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/projects', { params: { query: { limit: 24, ...(cursor && { cursor }) } }, signal })),
  })
}

export function useProject(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: projectKeys.one(id),
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })),
  })
}
