import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { FakeApi, page, problem, versioned } from '../test/FakeApi'
import { visit } from '../test/visit'

const PROJECT = {
  id: 'p',
  name: 'Aurora coffee',
  description: '',
  createdAt: '2026-11-24T18:00:00Z',
  updatedAt: '2026-11-24T18:00:00Z',
}
const BRIEF = {
  ...PROJECT,
  id: 'd',
  projectId: 'p',
  title: 'Brief',
  content: '## Launch\n\nWarm, **short**.',
  mediaType: 'markdown',
  fileId: null,
  fileUrl: null,
  status: 'draft',
  ingestion: 'none',
  ingestionError: null,
}
const DRAFT = 'atelier.draft.ada.d'
const SAVE = 'PATCH /api/v1/documents/d'

/** An API with one document, which somebody else may change. */
class Shelf extends FakeApi {
  document = BRIEF
  version = 1

  constructor() {
    super()
    const etag = () => `"${this.version}"`
    this.on('GET /api/v1/projects/p', () => versioned(PROJECT))
      .on('GET /api/v1/projects/p/documents', () => page([this.document]))
      .on('GET /api/v1/documents/d', () => versioned(this.document, etag()))
      .on(SAVE, ({ body, headers }) => {
        if (headers.get('If-Match') !== etag()) return problem(412, 'precondition_failed')
        this.become(body as Partial<typeof BRIEF>)
        return versioned(this.document, etag())
      })
  }

  become(change: Partial<typeof BRIEF>) {
    this.document = { ...this.document, ...change }
    this.version++
  }
}

describe('the documents of a project', () => {
  const LIST = 'GET /api/v1/projects/p/documents'

  it('show how they begin, without marks, and how far they are', async () => {
    const shelf = new Shelf()
    shelf.become({ status: 'done' })
    visit('/projects/p', { api: shelf })
    const row = within(await screen.findByRole('listitem'))
    expect(row.getByRole('link', { name: 'Brief' })).toHaveAttribute('href', '/documents/d')
    expect(row.getByText('Launch Warm, short .')).toBeVisible()
    expect(row.getByText('Done')).toBeVisible()
  })

  it('say how to begin when there are none', async () => {
    visit('/projects/p', { api: new Shelf().on(LIST, () => page([])) })
    await screen.findByRole('heading', { name: 'Nothing written yet' })
  })

  it('begin with a new one that is written at once', async () => {
    const shelf = new Shelf()
    const created = { ...BRIEF, title: 'Untitled', content: '' }
    shelf.on('POST /api/v1/projects/p/documents', () => {
      shelf.document = created
      return versioned(created, '"1"', 201)
    })
    const { user } = visit('/projects/p', { api: shelf })
    await user.click(await screen.findByRole('button', { name: 'New document' }))
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.type(title, 'Tone', { initialSelectionStart: 0, initialSelectionEnd: 8 })
    expect(title).toHaveValue('Tone')
    await user.type(screen.getByLabelText('Text'), 'Warm.')
    await screen.findByText('All changes saved')
    expect(shelf.document).toMatchObject({ title: 'Tone', content: 'Warm.' })
  })
})

describe('the editor of a document', () => {
  let shelf: Shelf
  const text = () => screen.findByLabelText<HTMLTextAreaElement>('Text')

  beforeEach(() => {
    shelf = new Shelf()
  })

  it('saves what is typed, says so, and keeps no draft of it', async () => {
    const { user } = visit('/documents/d', { api: shelf })
    await user.type(await text(), ' Soon.')
    expect(screen.getByText('Unsaved changes')).toBeVisible()
    expect(localStorage.getItem(DRAFT)).toContain('Soon.')
    await screen.findByText('All changes saved')
    expect(shelf.document.content).toBe('## Launch\n\nWarm, **short**. Soon.')
    expect(localStorage.getItem(DRAFT)).toBeNull()
  })

  it('writes the marks of Markdown around what is selected', async () => {
    const { user } = visit('/documents/d', { api: shelf })
    const area = await text()
    area.setSelectionRange(11, 15)
    await user.click(screen.getByRole('button', { name: 'Italic' }))
    expect(area).toHaveValue('## Launch\n\n*Warm*, **short**.')
  })

  it('shows what the text looks like, with pictures of ours and only links to others', async () => {
    shelf.become({ content: '## Launch\n\n![ours](http://storage.test/a.png) ![theirs](http://evil.test/b.png)' })
    const { user } = visit('/documents/d', { api: shelf })
    await user.click(await screen.findByRole('button', { name: 'Preview' }))
    await screen.findByRole('heading', { name: 'Launch' })
    expect(screen.getAllByRole('img').map(image => image.getAttribute('src'))).toEqual(['http://storage.test/a.png'])
    expect(screen.getByRole('link', { name: 'theirs' })).toHaveAttribute('href', 'http://evil.test/b.png')
  })

  it('asks for a title before it saves', async () => {
    const { user } = visit('/documents/d', { api: shelf })
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.clear(title)
    expect(screen.getByText(/needs a title/)).toBeVisible()
    expect(title).toBeInvalid()
    fireEvent.blur(title)
    expect(shelf.sentTo(SAVE)).toEqual([])
  })

  it('goes on with what was typed last time and not saved', async () => {
    const base = { title: BRIEF.title, content: BRIEF.content, etag: '"1"' }
    localStorage.setItem(DRAFT, JSON.stringify({ title: 'Brief', content: 'Typed before.', base }))
    visit('/documents/d', { api: shelf })
    expect(await text()).toHaveValue('Typed before.')
    expect(screen.getByText(/here it is again/)).toBeVisible()
    await waitFor(() => expect(shelf.document.content).toBe('Typed before.'))
  })

  it('says that it keeps what could not be saved', async () => {
    shelf.on(SAVE, () => problem(503, 'database_unavailable'))
    const { user } = visit('/documents/d', { api: shelf })
    await user.type(await text(), '!')
    await screen.findByText(/^Not saved yet\. Your text is kept in this browser/)
    expect(localStorage.getItem(DRAFT)).toContain('!')
  })

  it('that was deleted elsewhere says so, and leaves what was typed', async () => {
    shelf.on(SAVE, () => problem(404, 'not_found'))
    const { user } = visit('/documents/d', { api: shelf })
    await user.type(await text(), ' Mine.')
    await screen.findByText(/^This document was deleted elsewhere/)
    expect(await text()).toHaveValue('## Launch\n\nWarm, **short**. Mine.')
  })

  describe('when somebody else was faster', () => {
    /** Typed on top of a version that is not the latest any more. */
    async function type() {
      const visitor = visit('/documents/d', { api: shelf })
      const area = await text()
      shelf.become({ content: 'Theirs.' })
      await visitor.user.type(area, ' Mine.')
      await screen.findByRole('heading', { name: 'Somebody else was faster' })
      expect(shelf.document.content).toBe('Theirs.')
      return { ...visitor, area }
    }

    it('compares both', async () => {
      const { user } = await type()
      await user.click(screen.getByRole('button', { name: 'Compare' }))
      const comparison = within(await screen.findByRole('region', { name: /^Comparison/ }))
      expect(comparison.getByText('Theirs.').tagName).toBe('DEL')
      expect(comparison.getByText(/Mine\./).tagName).toBe('INS')
    })

    it('has the writer’s go on', async () => {
      const { user } = await type()
      await user.click(screen.getByRole('button', { name: 'Keep mine' }))
      await screen.findByText('All changes saved')
      expect(shelf.document.content).toBe('## Launch\n\nWarm, **short**. Mine.')
    })

    it('or the other one', async () => {
      const { user, area } = await type()
      await user.click(screen.getByRole('button', { name: 'Take theirs' }))
      expect(area).toHaveValue('Theirs.')
      expect(screen.queryByRole('heading', { name: 'Somebody else was faster' })).toBeNull()
      expect(localStorage.getItem(DRAFT)).toBeNull()
    })
  })

  it('is deleted with its draft by whoever confirms it', async () => {
    shelf.on('DELETE /api/v1/documents/d', () => new Response(null, { status: 204 }))
    shelf.on(SAVE, () => problem(503, 'database_unavailable'))
    const { user } = visit('/documents/d', { api: shelf })
    await user.type(await text(), '!')
    await user.click(screen.getByRole('button', { name: 'Actions for Brief' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete document' }))
    await user.click(await screen.findByRole('button', { name: 'Delete document' }))
    await screen.findByText('Brief is deleted.')
    expect(await screen.findByRole('heading', { name: 'Aurora coffee' })).toBeVisible()
    expect(localStorage.getItem(DRAFT)).toBeNull()
  })

  it('of somebody else is not there', async () => {
    visit('/documents/other', { api: shelf })
    await screen.findByRole('heading', { name: 'There is nothing here' })
  })
})
