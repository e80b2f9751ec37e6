import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { createApi } from '../api/client'
import { ApiContext } from '../api/context'
import { ApiError } from '../api/problem'
import { problem } from '../test/project'
import type { Run } from './runs'
import { useLive } from './useLive'

const NO_STEPS: never[] = []

afterEach(() => vi.unstubAllGlobals())

it('says why a run cannot be followed when the API refuses, and asks no more', async () => {
  const send = vi.fn(() => Promise.resolve(problem(404, 'not_found')))
  vi.stubGlobal('fetch', send)
  const tokens = { current: () => Promise.resolve('t'), renewed: () => Promise.resolve(undefined) }
  const run = { id: 'r', status: 'running', progress: 0, usage: { costUsd: 0 } } as Run
  const { result } = renderHook(() => useLive(run, NO_STEPS), {
    wrapper: ({ children }) => (
      <ApiContext value={createApi('http://api.test', tokens)}>
        <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
      </ApiContext>
    ),
  })
  await waitFor(() => expect(result.current.failure).toBeInstanceOf(ApiError))
  expect(result.current.failure).toMatchObject({ code: 'not_found' })
  expect(send).toHaveBeenCalledTimes(1)
})
