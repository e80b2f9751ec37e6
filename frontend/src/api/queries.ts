import { QueryClient } from '@tanstack/react-query'
import { ApiError, Unreachable } from './problem'

/** Only reads are repeated, and only what may work the next time. */
export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always', // a browser that thinks it is offline may be wrong: the server is asked
        retry: (failures, error) =>
          failures < 2 && (error instanceof Unreachable || (error instanceof ApiError && error.passing)),
      },
      mutations: { networkMode: 'always' },
    },
  })
}
