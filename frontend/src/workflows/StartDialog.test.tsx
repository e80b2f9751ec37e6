import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { createApi } from '../api/client'
import { ApiContext } from '../api/context'
import { StartForm } from './StartDialog'
import type { Input } from './inputs'

const INPUTS: Input[] = [
  { name: 'topic', type: 'text', required: true, standard: '', description: 'What it is about.' },
  { name: 'words', type: 'number', required: false, standard: '600', description: '' },
  { name: 'short', type: 'boolean', required: false, standard: true, description: '' },
]

/** The form, and what it has sent. */
function show(saved = true) {
  const sent: { body: unknown; key: string | null }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ body: await request.json(), key: request.headers.get('Idempotency-Key') })
    return Response.json({ id: 'r1' }, { status: 202 })
  })
  const tokens = { current: () => Promise.resolve('t'), renewed: () => Promise.resolve(undefined) }
  const form = (
    <StartForm
      workflowId="w"
      name="Articles"
      inputs={INPUTS}
      open
      onClose={() => undefined}
      onBeforeStart={() => Promise.resolve(saved)}
    />
  )
  const router = createMemoryRouter([
    { path: '/', element: form },
    { path: '/runs/:id', element: <p>It runs</p> },
  ])
  render(
    <ApiContext value={createApi('http://api.test', tokens)}>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ApiContext>,
  )
  return sent
}

const startIt = () => screen.getByRole('button', { name: 'Start the run' })

describe('the form that starts a run', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('asks for the inputs, and sends them as what they are', async () => {
    const user = userEvent.setup()
    const sent = show()
    await user.type(screen.getByLabelText('topic'), 'tea')
    await user.click(screen.getByLabelText('short'))
    await user.type(screen.getByLabelText(/Cost limit/), '0.5')
    await user.click(startIt())
    await screen.findByText('It runs')
    expect(sent).toEqual([
      {
        body: { inputs: { topic: 'tea', words: 600, short: false }, costLimitUsd: 0.5 },
        key: expect.any(String) as string,
      },
    ])
  })

  it('says what is missing, and sends nothing', async () => {
    const user = userEvent.setup()
    const sent = show()
    await user.click(startIt())
    expect(screen.getByLabelText('topic')).toHaveAccessibleDescription(/Please fill this in/)
    expect(sent).toEqual([])
  })

  it('runs nothing that is not saved', async () => {
    const user = userEvent.setup()
    const sent = show(false)
    await user.type(screen.getByLabelText('topic'), 'tea')
    await user.click(startIt())
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('could not be saved'))
    expect(sent).toEqual([])
  })
})
