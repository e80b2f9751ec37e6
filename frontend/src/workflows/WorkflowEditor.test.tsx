import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeApi, page, problem, versioned } from '../test/FakeApi'
import { visit } from '../test/visit'

const WORKFLOW = {
  id: 'w',
  projectId: 'p',
  name: 'Poster',
  description: '',
  definition: { nodes: [], edges: [] },
  version: 1,
  createdAt: '2026-11-24T18:00:00Z',
  updatedAt: '2026-11-24T18:00:00Z',
}
const PUT = 'PUT /api/v1/workflows/w'

/** An API with one workflow, whose versions it counts. */
function apiWithWorkflow() {
  let workflow = WORKFLOW
  const etag = () => `"${workflow.version}"`
  return new FakeApi()
    .on('GET /api/v1/workflows/w', () => versioned(workflow, etag()))
    .on(PUT, ({ body, headers }) => {
      if (headers.get('If-Match') !== etag()) return problem(412, 'precondition_failed')
      workflow = { ...workflow, ...(body as object), version: workflow.version + 1 }
      return versioned(workflow, etag())
    })
    .on('POST /api/v1/workflows/validate', () =>
      Response.json({ valid: true, errors: [], warnings: [], executionOrder: [] }),
    )
    .on('GET /api/v1/projects/p/workflows', () => page([workflow]))
}

function typesOf(body: unknown) {
  return (body as typeof WORKFLOW).definition.nodes.map(({ type }) => type)
}

describe('the workflow editor', () => {
  let api: FakeApi
  const versions = () => api.sentTo(PUT).map(({ body }) => typesOf(body))
  const add = (type: string) => screen.findByRole('button', { name: `Add ${type}` })

  beforeEach(() => {
    api = apiWithWorkflow()
  })
  afterEach(() => vi.useRealTimers())

  it('makes no version of a pause, and one of what is drawn up to a save', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { user } = visit('/workflows/w', { api })
    await user.click(await add('Start'))
    await act(() => vi.advanceTimersByTimeAsync(600_000))
    await user.click(await add('Finish'))
    expect(screen.getByText('Not saved yet, kept in this browser')).toBeVisible()
    expect(versions()).toEqual([])
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText('All changes saved')
    expect(versions()).toEqual([['start', 'finish']])
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(versions()).toHaveLength(1)
  })

  it('saves what was drawn when it is left for another page', async () => {
    const { user } = visit('/workflows/w', { api })
    await user.click(await add('Start'))
    await user.click(screen.getByRole('link', { name: 'Runs' }))
    await waitFor(() => expect(versions()).toEqual([['start']]))
  })

  it('saves what is run', async () => {
    const saved: unknown[] = []
    api.on('POST /api/v1/workflows/w/runs', () => {
      saved.push(...versions())
      return problem(503, 'queue_unavailable')
    })
    const { user } = visit('/workflows/w', { api })
    await user.click(await add('Start'))
    await user.click(screen.getByRole('button', { name: 'Run' }))
    await user.click(await screen.findByRole('button', { name: 'Start the run' }))
    await screen.findByRole('alert')
    expect(saved).toEqual([['start']])
  })

  it('shows what was drawn and never saved, and saves it when told', async () => {
    const draft = {
      title: 'Poster',
      content: JSON.stringify({ nodes: [{ id: 'a', type: 'start' }], edges: [] }),
      base: { title: 'Poster', content: JSON.stringify(WORKFLOW.definition), etag: '"1"' },
    }
    localStorage.setItem('atelier.draft.ada.w', JSON.stringify(draft))
    const { user } = visit('/workflows/w', { api })
    await screen.findByText(/here it is again/)
    expect(versions()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('All changes saved')
    expect(versions()).toEqual([['start']])
  })

  it('tries again at once what was to be saved, and nothing else, when the network is back', async () => {
    api.on(PUT, () => problem(503, 'database_unavailable'))
    const { user } = visit('/workflows/w', { api })
    await user.click(await add('Start'))
    fireEvent(window, new Event('online'))
    expect(versions()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/we keep trying/)
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(versions()).toHaveLength(2))
  })

  it('saves what was refused when it is told again', async () => {
    api.on(PUT, () => problem(429, 'too_many_requests'))
    const { user } = visit('/workflows/w', { api })
    await user.click(await add('Start'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Not saved: /)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(versions()).toHaveLength(2))
  })
})
