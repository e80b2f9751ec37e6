import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { problem, showInProject } from '../test/project'
import type { Passage } from './search'
import { SearchTab } from './SearchTab'

const passage = (start: number, content: string, more: Partial<Passage['location']> = {}): Passage => ({
  documentId: 'd1',
  title: 'Brief',
  content,
  score: 1,
  location: { page: null, heading: null, start, end: start + content.length, ...more },
})

const LAUNCH = passage(120, 'We launch in March.', { page: 3, heading: 'Plan › Dates' })

/** The page, and the bodies of the searches that it has made. */
function show(address: string, answering: (asked: number) => Response, documents: string[] = []) {
  const searches: unknown[] = []
  const pages = documents.map(ingestion => Response.json({ items: [{ ingestion }], nextCursor: null }))
  const shown = showInProject(<SearchTab />, address, (request, body) => {
    if (!request.url.endsWith('/search')) return pages.shift() ?? Response.json({ items: [], nextCursor: null })
    searches.push(body)
    return answering(searches.length)
  })
  return { ...shown, searches }
}

const found = (...passages: Passage[]) => Response.json({ passages })

/** As in a browser: what React leaves for later is not done before this returns. */
function unattended(action: () => void) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  action()
}

const box = () => screen.getByRole('searchbox', { name: 'What are you looking for?' })

describe('searching a project', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('says what can be done before anything is looked for, and looks for nothing', async () => {
    const user = userEvent.setup()
    const { searches } = show('search', () => found())
    expect(screen.getByRole('heading')).toHaveTextContent('Look through every document at once')
    await user.type(box(), '   {Enter}')
    expect(searches).toEqual([])
  })

  it('finds both ways at first, and keeps what was looked for in the address', async () => {
    const user = userEvent.setup()
    const { router, searches } = show('search', () => found(LAUNCH))
    await user.type(box(), ' launch in March {Enter}')
    await screen.findByRole('link', { name: 'Brief' })
    expect(searches).toEqual([{ query: 'launch in March', mode: 'hybrid', limit: 10 }])
    expect(router.state.location.search).toBe('?q=launch+in+March')
    expect(box()).toHaveFocus()
    await user.click(screen.getByRole('radio', { name: 'Words' }))
    await waitFor(() => expect(searches.at(-1)).toEqual({ query: 'launch in March', mode: 'keyword', limit: 10 }))
    expect(router.state.location.search).toBe('?q=launch+in+March&mode=keyword')
    await act(() => router.navigate(-1))
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Both' })).toBeChecked())
    await act(() => router.navigate(-1))
    await waitFor(() => expect(box()).toHaveValue(''))
  })

  it('shows the way that was chosen at once, and keeps what is being typed', async () => {
    const user = userEvent.setup()
    const { searches } = show('search?q=launch', () => found(LAUNCH))
    await screen.findByRole('link', { name: 'Brief' })
    await user.type(box(), ' of Aurora')
    const words = screen.getByRole('radio', { name: 'Words' })
    unattended(() => words.click())
    expect(words).toBeChecked()
    await waitFor(() => expect(searches).toHaveLength(2))
    expect(box()).toHaveValue('launch of Aurora')
  })

  it('shows where a passage stands and which words fit, and opens its document there', async () => {
    const user = userEvent.setup()
    const { router } = show('search?q=launching+march', () => found(LAUNCH))
    const item = await screen.findByRole('listitem')
    expect(item).toHaveTextContent('Page 3 · Plan › Dates')
    expect(
      within(item)
        .getAllByText((_, element) => element?.tagName === 'MARK')
        .map(mark => mark.textContent),
    ).toEqual(['March'])
    await user.click(within(item).getByRole('link', { name: 'Brief' }))
    expect(await screen.findByText('The document')).toBeVisible()
    expect(router.state.location.pathname).toBe('/documents/d1')
    expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toEqual({
      from: '120',
      to: '139',
      page: '3',
      quote: 'We launch in March',
    })
  })

  it('shows more when there may be more, up to what the API gives', async () => {
    const user = userEvent.setup()
    const many = Array.from({ length: 60 }, (_, index) => passage(index * 50, 'We launch.'))
    const { searches } = show('search?q=launch', asked => found(...many.slice(0, [10, 25, 50][asked - 1])))
    await screen.findByText('10 passages, the best first')
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await screen.findByText('25 passages, the best first')
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await screen.findByText('50 passages, the best first')
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
    expect(screen.getByText(/as many as a search shows/)).toBeVisible()
    expect(searches).toHaveLength(3)
  })

  it('does not offer more when that is all', async () => {
    show('search?q=launch', () => found(LAUNCH))
    await screen.findByText('1 passage, the best first')
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('says what to do when nothing fits', async () => {
    show('search?q=zeppelin&mode=keyword', () => found())
    expect(await screen.findByText(/Try fewer words, or search by meaning/)).toBeVisible()
    expect(screen.queryByText(/being prepared/)).toBeNull()
  })

  it('looks again by itself when documents were still being prepared', async () => {
    const answers = (asked: number) => (asked === 1 ? found() : found(LAUNCH))
    const { searches } = show('search?q=launch', answers, ['pending', 'ready'])
    expect(await screen.findByText(/1 document is being prepared/)).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Brief' }, { timeout: 5_000 })).toBeVisible()
    expect(searches).toHaveLength(2)
  })

  it('says what went wrong, and tries again when it is told to', async () => {
    const user = userEvent.setup()
    show('search?q=launch', asked => (asked === 1 ? problem(503, 'database_unavailable') : found(LAUNCH)))
    expect(await screen.findByRole('alert')).toHaveTextContent('database cannot be reached')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Brief' })).toBeVisible()
  })
})
