import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { onTestFinished, vi } from 'vitest'
import { createApi } from '../api/client'
import { ApiContext } from '../api/context'
import { routes } from '../app/routes'
import { SessionContext, SessionStore } from '../auth/session'
import { ConfigContext } from '../config/context'
import type { Transport } from '../files/transport'
import { Uploads } from '../files/uploads'
import { UploadsContext } from '../files/uploads-context'
import { Toasts } from '../ui/Toasts'
import { FakeApi } from './FakeApi'
import { FakeAuth } from './FakeAuth'

const API = 'http://api.test'
const CONFIG = { supabaseUrl: '', supabaseAnonKey: '', apiUrl: API, storageOrigins: ['http://storage.test'] }

const nowhere: Transport = () => Promise.reject(new Error('nothing is sent here'))

interface Circumstances {
  api?: FakeApi
  auth?: FakeAuth
  /** What sends files. */
  transport?: Transport
  /** What sends files that documents are made of. */
  documentTransport?: Transport
}

/** Opens an address of the application as the browser would, with everything real but what is beyond the network. */
export function visit(
  address: string,
  {
    api = new FakeApi(),
    auth = new FakeAuth(true),
    transport = nowhere,
    documentTransport = nowhere,
  }: Circumstances = {},
) {
  vi.stubGlobal('fetch', api.fetch)
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  onTestFinished(() => void vi.unstubAllGlobals())
  const session = new SessionStore(auth.asClient())
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const uploads = {
    files: new Uploads(transport, projectId => void queries.invalidateQueries({ queryKey: ['files', projectId] })),
    documents: new Uploads(
      documentTransport,
      projectId => void queries.invalidateQueries({ queryKey: ['documents', projectId] }),
    ),
  }
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const { unmount } = render(
    <SessionContext value={session}>
      <ConfigContext value={CONFIG}>
        <ApiContext value={createApi(API, session)}>
          <UploadsContext value={uploads}>
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
              <Toasts />
            </QueryClientProvider>
          </UploadsContext>
        </ApiContext>
      </ConfigContext>
    </SessionContext>,
  )
  return { api, auth, router, unmount, user: userEvent.setup() }
}
