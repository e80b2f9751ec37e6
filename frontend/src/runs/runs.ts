import { useQuery } from '@tanstack/react-query'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import { usePages } from '../ui/paging'

export type Run = components['schemas']['Run']
export type Step = components['schemas']['Step']
export type RunStatus = components['schemas']['RunStatus']

export const runKeys = {
  list: (workflowId: string) => ['runs', workflowId] as const,
  one: (id: string) => ['run', id] as const,
  steps: (id: string) => ['run-steps', id] as const,
}

const LOOK_AGAIN_MS = 5_000

/** Whether nothing happens any more, unless somebody has it begin again. */
export function isOver({ status }: Pick<Run, 'status'>): boolean {
  return status === 'completed' || status === 'failed' || status === 'stopped'
}

export function useRuns(workflowId: string) {
  const api = useApi()
  return usePages({
    key: runKeys.list(workflowId),
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/workflows/{id}/runs', {
          params: { path: { id: workflowId }, query: { limit: 24, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    lookAgain: runs => !runs.every(isOver) && LOOK_AGAIN_MS,
  })
}

export function useRun(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: runKeys.one(id),
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
  })
}

export function useSteps(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: runKeys.steps(id),
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/runs/{id}/steps', { params: { path: { id } }, signal }))).items,
  })
}
