import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError, Unreachable } from '../api/problem'
import { FakeApi, page, versioned } from '../test/FakeApi'
import { visit } from '../test/visit'
import type { Progress, Transport } from './transport'

const PROJECT = {
  id: 'p',
  name: 'Aurora coffee',
  description: '',
  createdAt: '2026-11-24T18:00:00Z',
  updatedAt: '2026-11-24T18:00:00Z',
}
const LIST = 'GET /api/v1/projects/p/files'

const stored = (id: string, fileName: string, contentType: string, thumbnailUrl: string | null = null) => ({
  id,
  projectId: 'p',
  fileName,
  contentType,
  size: 1_500_000,
  sha256: '00',
  url: `http://storage.test/${id}`,
  thumbnailUrl,
  state: 'stored',
  createdAt: '2026-11-24T18:00:00Z',
})

/** A line on which each file arrives, or does not, when the test says so. */
class Line {
  private readonly sending = new Map<string, Progress & { arrive: () => void; fail: (error: Error) => void }>()

  transport: Transport = (_projectId, file, progress, signal) =>
    new Promise((resolve, reject) => {
      this.sending.set(file.name, { ...progress, arrive: resolve, fail: reject })
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })

  of(name: string) {
    const upload = this.sending.get(name)
    if (upload === undefined) throw new Error(`${name} is not being sent`)
    return upload
  }
}

describe('the files of a project', () => {
  let api: FakeApi

  beforeEach(() => {
    api = new FakeApi()
      .on('GET /api/v1/projects/p', () => versioned(PROJECT))
      .on(LIST, () => page([stored('f', 'poster.png', 'image/png', 'http://storage.test/small')]))
  })

  it('show their pictures, names and sizes, and lead to the files', async () => {
    visit('/projects/p/files', { api })
    const link = await screen.findByRole('link', { name: 'Open poster.png' })
    expect(link).toHaveAttribute('href', 'http://storage.test/f')
    expect(link.querySelector('img')).toHaveAttribute('src', 'http://storage.test/small')
    expect(screen.getByText('1.5 MB')).toBeVisible()
  })

  it('say how to begin when there are none', async () => {
    visit('/projects/p/files', { api: api.on(LIST, () => page([])) })
    await screen.findByRole('heading', { name: 'No files yet' })
  })

  it('give their public address', async () => {
    const { user } = visit('/projects/p/files', { api })
    await user.click(await screen.findByRole('button', { name: 'Actions for poster.png' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Copy public address' }))
    await screen.findByText('The public address is copied.')
    expect(await navigator.clipboard.readText()).toBe('http://storage.test/f')
  })

  it('are deleted by whoever confirms it', async () => {
    const DELETE = 'DELETE /api/v1/files/f'
    api.on(DELETE, () => {
      api.on(LIST, () => page([]))
      return new Response(null, { status: 204 })
    })
    const { user } = visit('/projects/p/files', { api })
    await user.click(await screen.findByRole('button', { name: 'Actions for poster.png' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete file' }))
    expect(api.sentTo(DELETE)).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Delete file' }))
    await screen.findByRole('heading', { name: 'No files yet' })
    expect(screen.getByText('poster.png is deleted.')).toBeVisible()
  })
})

describe('uploads', () => {
  let line: Line
  let api: FakeApi
  const row = (name: string) => within(screen.getByText(name).closest('li') ?? document.body)
  const file = (name: string) => new File(['x'.repeat(2_000)], name)

  beforeEach(() => {
    line = new Line()
    api = new FakeApi().on('GET /api/v1/projects/p', () => versioned(PROJECT)).on(LIST, () => page([]))
  })

  /** Files that were dropped on the page. */
  async function drop(...names: string[]) {
    const visitor = visit('/projects/p/files', { api, transport: line.transport })
    fireEvent.drop(await screen.findByText('Drop files here'), { dataTransfer: { files: names.map(file) } })
    await screen.findByRole('region', { name: 'Uploads' })
    return visitor
  }

  it('tell how far each is, and show the file when it has arrived', async () => {
    await drop('poster.png')
    expect(row('poster.png').getByRole('progressbar')).toHaveValue(0)
    line.of('poster.png').sent(500)
    await row('poster.png').findByText('500 byte of 2 kB')
    expect(row('poster.png').getByRole('progressbar')).toHaveValue(25)
    line.of('poster.png').checking()
    await row('poster.png').findByText('Being checked …')
    api.on(LIST, () => page([stored('f', 'poster.png', 'image/png')]))
    line.of('poster.png').arrive()
    await screen.findByText('1 file uploaded.')
    await screen.findByRole('link', { name: 'Open poster.png' })
  })

  it('are chosen from the device as well', async () => {
    const { user } = visit('/projects/p/files', { api, transport: line.transport })
    await screen.findByText('Drop files here')
    const input = screen.getByLabelText<HTMLInputElement>('Choose files', { selector: 'input' })
    await user.upload(input, [file('a.txt'), file('b.txt')])
    expect(row('a.txt').getByRole('progressbar')).toBeInTheDocument()
    expect(row('b.txt').getByRole('progressbar')).toBeInTheDocument()
  })

  it('that fail say why, leave the others alone, and are sent again when told', async () => {
    const { user } = await drop('broken.png', 'poster.png')
    const refused = { status: 422, code: 'validation_failed', detail: 'It is no picture.' } as const
    line.of('broken.png').fail(new ApiError({ type: 'about:blank', title: '', requestId: '1', ...refused }))
    await row('broken.png').findByText(/^Failed: .*It is no picture/)
    expect(row('poster.png').queryByText(/Failed/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Upload broken.png again' }))
    line.of('broken.png').arrive()
    await screen.findByText('1 file uploaded.')
  })

  it('are cancelled, and taken off the list when they are over', async () => {
    const { user } = await drop('poster.png', 'film.mp4')
    await user.click(screen.getByRole('button', { name: 'Cancel upload of film.mp4' }))
    await row('film.mp4').findByText('Cancelled')
    line.of('poster.png').fail(new Unreachable('away'))
    await screen.findByRole('button', { name: 'Upload poster.png again' })
    await user.click(screen.getByRole('button', { name: 'Take film.mp4 off the list' }))
    expect(screen.queryByText('film.mp4')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Clear what is over' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Uploads' })).toBeNull())
  })

  it('go on while their user looks at something else', async () => {
    api.on('GET /api/v1/projects/p/workflows', () => page([]))
    const { user } = await drop('poster.png')
    await user.click(screen.getByRole('link', { name: 'Workflows' }))
    await screen.findByRole('heading', { name: 'No workflows yet' })
    line.of('poster.png').arrive()
    await user.click(screen.getByRole('link', { name: 'Files' }))
    await screen.findByText('1 file uploaded.')
  })
})
