import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { FakeApi, page, problem, versioned } from '../test/FakeApi'
import { visit } from '../test/visit'

const project = (id: string, name: string, description = '') => ({
  id,
  name,
  description,
  createdAt: '2026-11-24T18:00:00Z',
  updatedAt: '2026-11-24T18:00:00Z',
})
const LIST = 'GET /api/v1/projects'
const CREATE = 'POST /api/v1/projects'
const COFFEE = project('p', 'Aurora coffee', 'Slow, and proud of it.')

describe('the projects', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
      .on(LIST, () => page([COFFEE]))
      .on('GET /api/v1/projects/p', () => versioned(COFFEE))
      .on('GET /api/v1/projects/p/documents', () => page([]))
  })

  it('are greeted with the user’s name and lead to their pages', async () => {
    const { user } = visit('/', { api })
    expect(await screen.findByText('Hello, Ada')).toBeVisible()
    expect(await screen.findByText('Slow, and proud of it.')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Aurora coffee' }))
    expect(await screen.findByRole('heading', { name: 'Aurora coffee', level: 1 })).toBeVisible()
  })

  it('say how to begin when there are none', async () => {
    visit('/', { api: api.on(LIST, () => page([])) })
    await screen.findByRole('heading', { name: 'Your wall is still empty' })
  })

  it('show more when more are wanted', async () => {
    api.on(LIST, ({ query }) => (query.get('cursor') === 'c' ? page([project('q', 'Book fair')]) : page([COFFEE], 'c')))
    const { user } = visit('/', { api })
    await user.click(await screen.findByRole('button', { name: 'Show more' }))
    expect(await screen.findByRole('link', { name: 'Book fair' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Aurora coffee' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('can be asked for again when they did not come', async () => {
    api.on(LIST, () => problem(503, 'database_unavailable'))
    const { user } = visit('/', { api })
    await screen.findByRole('alert')
    api.on(LIST, () => page([COFFEE]))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('link', { name: 'Aurora coffee' })
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('get another one, once however often it is tried', async () => {
    api.on(CREATE, () => problem(503, 'database_unavailable'))
    const { user } = visit('/', { api })
    await user.click(await screen.findByRole('button', { name: 'New project' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' Aurora coffee ')
    await user.click(screen.getByRole('button', { name: 'Create project' }))
    await screen.findByRole('alert')
    api.on(CREATE, () => versioned(COFFEE, '"1"', 201))
    await user.click(screen.getByRole('button', { name: 'Create project' }))
    await screen.findByRole('heading', { name: 'Aurora coffee', level: 1 })
    const sent = api.sentTo(CREATE)
    expect(sent.map(({ body }) => body)).toEqual(Array(2).fill({ name: 'Aurora coffee', description: '' }))
    expect(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
  })

  it('are not created without a name', async () => {
    const { user } = visit('/', { api })
    await user.click(await screen.findByRole('button', { name: 'New project' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '   ')
    await user.click(screen.getByRole('button', { name: 'Create project' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid()
    expect(api.sentTo(CREATE)).toEqual([])
  })
})

describe('a project', () => {
  const CHANGE = 'PATCH /api/v1/projects/p'
  const DELETE = 'DELETE /api/v1/projects/p'
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
      .on(LIST, () => page([]))
      .on('GET /api/v1/projects/p', () => versioned(COFFEE, '"7"'))
      .on('GET /api/v1/projects/p/documents', () => page([]))
  })

  /** Chooses something of the menu of the project. */
  async function choose(user: ReturnType<typeof visit>['user'], item: string) {
    await user.click(await screen.findByRole('button', { name: 'Actions for Aurora coffee' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }

  it('is renamed on top of the version that is shown', async () => {
    api.on(CHANGE, ({ body }) => versioned({ ...COFFEE, ...(body as object) }, '"8"'))
    const { user } = visit('/projects/p', { api })
    await choose(user, 'Rename or describe')
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Zephyr coffee')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { name: 'Zephyr coffee', level: 1 })
    const [sent] = api.sentTo(CHANGE)
    expect(sent?.headers.get('If-Match')).toBe('"7"')
    expect(sent?.body).toEqual({ name: 'Zephyr coffee', description: 'Slow, and proud of it.' })
  })

  it('is deleted only by whoever confirms it', async () => {
    api.on(DELETE, () => new Response(null, { status: 204 }))
    const { user } = visit('/projects/p', { api })
    await choose(user, 'Delete project')
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(api.sentTo(DELETE)).toEqual([])
    await choose(user, 'Delete project')
    await user.click(await screen.findByRole('button', { name: 'Delete project' }))
    await screen.findByRole('heading', { name: 'Your wall is still empty' })
    expect(screen.getByText('Aurora coffee is deleted.')).toBeVisible()
  })

  it('that is somebody else’s is not there', async () => {
    visit('/projects/other', { api })
    await screen.findByRole('heading', { name: 'There is nothing here' })
  })
})
