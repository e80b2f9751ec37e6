import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import type { Period } from './periods'

export type UsageReport = components['schemas']['UsageReport']
export type ModelUsage = components['schemas']['ModelUsage']
export type Sums = Pick<ModelUsage, 'inputTokens' | 'outputTokens' | 'images' | 'costUsd'>

/** What was used in a period; always asked anew, as runs go on spending. */
export function useUsage({ from, to }: Period) {
  const api = useApi()
  return useQuery({
    queryKey: ['usage', from, to],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/me/usage', { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
