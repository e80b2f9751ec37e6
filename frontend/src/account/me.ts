import { useQuery } from '@tanstack/react-query'
import { versioned } from '../api/client'
import { useApi } from '../api/context'

export const ME = ['me'] as const

/** The user as Atelier knows them. */
export function useMe() {
  const api = useApi()
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/me', { signal })),
  })
}
