import type { ComponentType } from 'react'
import { createBrowserRouter, Outlet, ScrollRestoration, type RouteObject } from 'react-router'
import { SignedInOnly, SignedOutOnly } from '../auth/gates'
import { Loading } from '../ui/Loading'
import { Crash } from './Crash'
import { NotFound } from './NotFound'

/** A page that is loaded when somebody goes there. */
function page(path: string | undefined, load: () => Promise<Record<string, ComponentType>>, name: string): RouteObject {
  return {
    ...(path === undefined ? { index: true } : { path }),
    lazy: async () => {
      const Component = (await load())[name]
      if (Component === undefined) throw new Error(`there is no page ${name}`)
      return { Component }
    },
  }
}

function Root() {
  return (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  )
}

export const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: Crash,
    HydrateFallback: () => <Loading page />,
    children: [
      {
        Component: SignedOutOnly,
        children: [
          page('/sign-in', () => import('../account/SignInPage'), 'SignInPage'),
          page('/register', () => import('../account/RegisterPage'), 'RegisterPage'),
          page('/forgotten', () => import('../account/ForgottenPage'), 'ForgottenPage'),
        ],
      },
      page('/reset-password', () => import('../account/ResetPasswordPage'), 'ResetPasswordPage'),
      {
        Component: SignedInOnly,
        children: [
          {
            lazy: async () => ({ Component: (await import('./Shell')).Shell }),
            children: [
              {
                ErrorBoundary: Crash,
                children: [
                  page('/', () => import('../projects/ProjectsPage'), 'ProjectsPage'),
                  {
                    path: '/projects/:projectId',
                    lazy: async () => ({ Component: (await import('../projects/ProjectPage')).ProjectPage }),
                    children: [
                      page(undefined, () => import('../documents/DocumentsTab'), 'DocumentsTab'),
                      page('files', () => import('../files/FilesTab'), 'FilesTab'),
                      page('workflows', () => import('../workflows/WorkflowsTab'), 'WorkflowsTab'),
                      page('search', () => import('../search/SearchTab'), 'SearchTab'),
                      page('questions', () => import('../questions/QuestionsTab'), 'QuestionsTab'),
                    ],
                  },
                  page('/documents/:documentId', () => import('../documents/DocumentPage'), 'DocumentPage'),
                  page('/workflows/:workflowId', () => import('../workflows/WorkflowPage'), 'WorkflowPage'),
                  page('/workflows/:workflowId/runs', () => import('../runs/RunsPage'), 'RunsPage'),
                  page('/runs/:runId', () => import('../runs/RunPage'), 'RunPage'),
                  page('/usage', () => import('../usage/UsagePage'), 'UsagePage'),
                  page('/account', () => import('../account/ProfilePage'), 'ProfilePage'),
                  { path: '*', Component: NotFound },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
