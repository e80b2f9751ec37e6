import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { FakeApi, page, problem, versioned } from '../test/FakeApi'
import { visit } from '../test/visit'
import type { Document } from './documents'

const AT = '2026-11-24T18:00:00Z'
const UPLOADED: Document = {
  id: 'd',
  projectId: 'p',
  title: 'Plan',
  content: '',
  mediaType: 'pdf',
  fileId: 'f',
  fileUrl: 'http://storage.test/plan.pdf',
  status: 'draft',
  ingestion: 'pending',
  ingestionError: null,
  createdAt: AT,
  updatedAt: AT,
}
const PATCH = 'PATCH /api/v1/documents/d'
const PATIENCE = { timeout: 5_000 }

describe('a document that was uploaded', () => {
  let document: Document
  let api: FakeApi
  const nothingToWriteIn = () => expect(screen.queryByRole('textbox')).toBeNull()

  beforeEach(() => {
    // jsdom has no layout to scroll in.
    Element.prototype.scrollIntoView = () => undefined
    document = UPLOADED
    api = new FakeApi()
      .on('GET /api/v1/documents/d', () => versioned(document, `"1-${document.ingestion}"`))
      .on('GET /api/v1/projects/p/documents', () => page([document]))
  })

  it('shows that it is being prepared, and then its text, with nothing to write in', async () => {
    visit('/documents/d', { api })
    expect(await screen.findByText(/This document is being prepared/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Plan', level: 1 })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open its file' })).toHaveAttribute('href', 'http://storage.test/plan.pdf')
    nothingToWriteIn()
    document = { ...UPLOADED, ingestion: 'ready', content: 'We launch in March.' }
    expect(await screen.findByText('We launch in March.', {}, PATIENCE)).toBeVisible()
    expect(screen.queryByText(/being prepared/)).toBeNull()
    nothingToWriteIn()
    expect(api.sentTo(PATCH)).toEqual([])
  })

  it('can be written in when it is Markdown, but not before it has been read', async () => {
    document = { ...UPLOADED, mediaType: 'markdown' }
    visit('/documents/d', { api })
    expect(await screen.findByText(/This document is being prepared/)).toBeVisible()
    nothingToWriteIn()
    document = { ...document, ingestion: 'ready', content: 'We launch in March.' }
    expect(await screen.findByRole('textbox', { name: 'Text' }, PATIENCE)).toHaveValue('We launch in March.')
  })

  it('says why it could not be read, and has it tried again', async () => {
    document = { ...UPLOADED, ingestion: 'failed', ingestionError: 'The file is damaged.' }
    api.on(PATCH, () => {
      document = { ...UPLOADED, ingestion: 'pending' }
      return versioned(document, '"2-pending"')
    })
    const { user } = visit('/documents/d', { api })
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'cannot be searched or asked about. The file is damaged.',
    )
    nothingToWriteIn()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/This document is being prepared/)).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    const [tried] = api.sentTo(PATCH)
    expect(tried?.headers.get('If-Match')).toBe('"1-failed"')
    expect(tried?.body).toEqual({ title: 'Plan' })
    document = { ...document, ingestion: 'ready', content: 'We launch in March.' }
    expect(await screen.findByText('We launch in March.', {}, PATIENCE)).toBeVisible()
  })

  it('stays as it is when trying again fails', async () => {
    document = { ...UPLOADED, ingestion: 'failed', ingestionError: 'The file is damaged.' }
    api.on(PATCH, () => problem(503, 'database_unavailable'))
    const { user } = visit('/documents/d', { api })
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/database cannot be reached/)).toBeVisible()
    expect(screen.getByText('The file is damaged.')).toBeVisible()
  })

  it('opens at what was cited of it, and leads to the page of the file', async () => {
    document = { ...UPLOADED, ingestion: 'ready', content: 'Tea.\n\nWe launch in March. Later.' }
    visit('/documents/d?from=6&to=25&page=2&quote=We+launch+in+March', { api })
    const mark = await screen.findByText('We launch in March.')
    expect(mark.tagName).toBe('MARK')
    await waitFor(() => expect(mark).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Open the file' })).toHaveAttribute(
      'href',
      'http://storage.test/plan.pdf#page=2',
    )
  })

  it('is a document of its own when it only shows a picture', async () => {
    document = { ...UPLOADED, mediaType: 'markdown', content: 'Mine.', ingestion: 'ready' }
    visit('/documents/d', { api })
    expect(await screen.findByRole('textbox', { name: 'Text' })).toHaveValue('Mine.')
  })
})
