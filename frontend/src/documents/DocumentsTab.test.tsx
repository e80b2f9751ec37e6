import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, type Problem } from '../api/problem'
import type { Transport } from '../files/transport'
import { FakeApi, page } from '../test/FakeApi'
import { visit } from '../test/visit'
import type { Document } from './documents'

const AT = '2026-11-24T18:00:00Z'
const PROJECT = { id: 'p', name: 'Aurora', description: '', createdAt: AT, updatedAt: AT }

const uploaded = (title: string, more: Partial<Document> = {}): Document => ({
  id: title,
  projectId: 'p',
  title,
  content: '',
  mediaType: 'pdf',
  fileId: 'f',
  fileUrl: 'http://storage.test/f',
  status: 'draft',
  ingestion: 'pending',
  ingestionError: null,
  createdAt: AT,
  updatedAt: AT,
  ...more,
})

const REFUSED = new ApiError({
  status: 422,
  code: 'validation_failed',
  detail: 'Invalid.',
  errors: [{ field: 'file', message: 'must be a PDF, not application/zip' }],
} as Problem)

describe('uploading documents', () => {
  let documents: Document[]
  let api: FakeApi
  let line: Map<string, { sent: (bytes: number) => void; end: () => void; refuse: () => void }>
  const send: Transport = (_project, file, progress) =>
    new Promise((resolve, reject) => {
      line.set(file.name, {
        sent: bytes => progress.sent(bytes),
        end: () => {
          documents = [uploaded(file.name), ...documents]
          resolve()
        },
        refuse: () => reject(REFUSED),
      })
    })
  const row = async (title: string) => {
    const item = (await screen.findByRole('link', { name: title })).closest('li')
    if (item === null) throw new Error(`${title} is not in a list`)
    return within(item)
  }

  beforeEach(() => {
    documents = []
    line = new Map()
    api = new FakeApi()
      .on('GET /api/v1/projects/p', () => Response.json(PROJECT))
      .on('GET /api/v1/projects/p/documents', () => page(documents))
  })

  afterEach(() => vi.useRealTimers())

  it('several at once, each with how far it is, one that is refused with the reason', async () => {
    const { user } = visit('/projects/p', { api, documentTransport: send })
    await screen.findByRole('button', { name: 'Upload documents' })
    await user.upload(screen.getByLabelText('Upload documents', { selector: 'input' }), [
      new File(['1234567890'], 'plan.pdf'),
      new File(['# Notes'], 'notes.md'),
    ])
    const zip = new File(['zip'], 'all.zip')
    fireEvent.drop(screen.getByText('Drop documents here'), { dataTransfer: { files: [zip] } })
    act(() => line.get('plan.pdf')?.sent(4))
    await waitFor(() => expect(screen.getByRole('progressbar', { name: 'Upload of plan.pdf' })).toHaveValue(40))
    line.get('all.zip')?.refuse()
    line.get('notes.md')?.end()
    expect(await screen.findByText(/must be a PDF, not application\/zip/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Upload all.zip again' })).toBeVisible()
    expect((await row('notes.md')).getByText('Being prepared')).toBeVisible()
    expect(screen.getByText('1 document uploaded.')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'all.zip' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'plan.pdf' })).toBeNull()
  })

  it('sends a refused one again when it is told to', async () => {
    const { user } = visit('/projects/p', { api, documentTransport: send })
    await user.upload(await screen.findByLabelText('Upload documents', { selector: 'input' }), [
      new File(['1'], 'plan.pdf'),
    ])
    line.get('plan.pdf')?.refuse()
    await user.click(await screen.findByRole('button', { name: 'Upload plan.pdf again' }))
    line.get('plan.pdf')?.end()
    expect((await row('plan.pdf')).getByText('Its text is being read …')).toBeVisible()
  })

  it('shows what has become of those that were being prepared, and then looks no more', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    documents = [uploaded('good'), uploaded('bad')]
    visit('/projects/p', { api })
    expect(await screen.findByText('2 documents are being prepared.')).toBeInTheDocument()
    documents = [
      uploaded('good', { ingestion: 'ready', content: 'We launch in March.' }),
      uploaded('bad', { ingestion: 'failed', ingestionError: 'The file is damaged.' }),
    ]
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(await screen.findByText('We launch in March.')).toBeVisible()
    const bad = await row('bad')
    expect(bad.getByText('Not prepared')).toBeVisible()
    expect(bad.getByText('The file is damaged.')).toHaveAttribute('lang', 'en')
    expect(screen.queryByText(/being prepared/)).toBeNull()
    const asked = api.sentTo('GET /api/v1/projects/p/documents').length
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(api.sentTo('GET /api/v1/projects/p/documents')).toHaveLength(asked)
  })
})
