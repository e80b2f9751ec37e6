import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Session, SupabaseClient } from '@supabase/supabase-js'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router'
import { createApi } from '../api/client'
import { ApiContext } from '../api/context'
import { SessionContext, SessionStore } from '../auth/session'
import type { Project } from '../projects/projects'

const PROJECT: Project = {
  id: 'p1',
  name: 'Aurora',
  description: '',
  createdAt: '2026-11-24T18:40:30Z',
  updatedAt: '2026-11-24T18:40:30Z',
}

/** Supabase, where a user is signed in. */
function signedIn(): SupabaseClient {
  const session = { access_token: 't', user: { id: 'u1', email: 'ada@example.com' } } as Session
  const auth = {
    onAuthStateChange: (see: (event: string, session: Session) => void) => see('INITIAL_SESSION', session),
    getSession: () => Promise.resolve({ data: { session }, error: null }),
  }
  return { auth } as unknown as SupabaseClient
}

/** What the API is asked for, and answers to it. */
export type Answering = (request: Request, body: unknown) => Response | Promise<Response>

/** Shows a part of a project, at an address below it; what is asked of the API is answered as told. */
export function showInProject(part: ReactElement, address: string, answering: Answering) {
  vi.stubGlobal('fetch', async (request: Request) => {
    const body: unknown = request.method === 'POST' ? await request.clone().json() : undefined
    return answering(request, body)
  })
  const session = new SessionStore(signedIn())
  const router = createMemoryRouter(
    [
      {
        path: '/projects/:projectId',
        element: <Outlet context={PROJECT} />,
        children: [{ path: '*', element: part }],
      },
      { path: '/documents/:documentId', element: <p>The document</p> },
    ],
    { initialEntries: [`/projects/p1/${address}`] },
  )
  const shown = render(
    <SessionContext value={session}>
      <ApiContext value={createApi('http://api.test', session)}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ApiContext>
    </SessionContext>,
  )
  return { router, unmount: () => shown.unmount() }
}

export const problem = (status: number, code: string) =>
  Response.json(
    { type: 'about:blank', title: 'No', status, detail: 'In English.', code, requestId: 'r-7' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
