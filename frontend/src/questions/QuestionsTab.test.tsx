import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { problem, showInProject } from '../test/project'
import type { Answer, Citation } from './ask'
import { QuestionsTab } from './QuestionsTab'

const CITATION: Citation = {
  number: 1,
  documentId: 'd1',
  title: 'Brief',
  quote: 'We launch in March.',
  location: { page: 3, heading: 'Plan › Dates', start: 120, end: 139 },
}

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const token = (text: string) => event('token', { text })

function done(answer: string, ...citations: Citation[]): string {
  const usage = { inputTokens: 0, outputTokens: 0, images: 0, costUsd: 0, models: [] }
  return event('citations', { citations }) + event('done', { answer, citations, usage } satisfies Answer)
}

/** An answer that is written when the test says so. */
function writing() {
  let controller: ReadableStreamDefaultController<Uint8Array>
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({ start: begun => void (controller = begun) })
  return {
    response: new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } }),
    write: (text: string) => controller.enqueue(encoder.encode(text)),
    end: () => controller.close(),
  }
}

function written(...events: string[]): Response {
  return new Response(events.join(''), { headers: { 'Content-Type': 'text/event-stream' } })
}

/** The page, and the questions that it has asked. */
function show(...answers: Response[]) {
  const asked: unknown[] = []
  const signals: AbortSignal[] = []
  const shown = showInProject(<QuestionsTab />, 'questions', (request, body) => {
    if (!request.url.endsWith('/ask')) return Response.json({ items: [], nextCursor: null })
    asked.push(body)
    signals.push(request.signal)
    return answers.shift() ?? problem(500, 'internal_error')
  })
  return { ...shown, asked, signals }
}

const box = () => screen.getByRole('textbox', { name: 'Your question' })
const answerTo = (question: string) =>
  screen.findByRole('heading', { name: question }).then(heading => {
    const article = heading.closest('article')
    if (!article) throw new Error('the question is not in an article')
    return article
  })

describe('asking about a project', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows the answer while it is written, and what it rests on at its end', async () => {
    const user = userEvent.setup()
    const { response, write, end } = writing()
    const { asked, router } = show(response)
    await user.type(box(), 'When do we launch?{Enter}')
    const turn = await answerTo('When do we launch?')
    expect(turn).toHaveAttribute('aria-busy', 'true')
    expect(box()).toHaveValue('')
    write(token('In March'))
    expect(await within(turn).findByText('In March')).toBeVisible()
    expect(within(turn).queryByRole('link')).toBeNull()
    write(token(' [1].') + done('In March [1], not [2].', CITATION))
    end()
    const number = await within(turn).findByRole('link', { name: 'Source 1: Brief' })
    expect(turn).toHaveTextContent('In March 1, not [2].')
    expect(turn).toHaveTextContent('Page 3 · Plan › DatesWe launch in March.')
    expect(screen.getByText('The answer is here.')).toHaveRole('status')
    expect(asked).toEqual([{ question: 'When do we launch?' }])
    await user.click(number)
    expect(router.state.location).toMatchObject({
      pathname: '/documents/d1',
      search: '?from=120&to=139&quote=We+launch+in+March&page=3',
    })
  })

  it('says honestly that no passage supports it', async () => {
    const user = userEvent.setup()
    show(written(token('There is nothing.'), done('There is nothing.')))
    await user.type(box(), 'Who flies?{Enter}')
    expect(await screen.findByText(/No passage of the documents supports this/)).toBeVisible()
    expect(screen.getByText('There is nothing.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Search for it' })).toHaveAttribute(
      'href',
      '/projects/p1/search?q=Who+flies%3F',
    )
  })

  it('can be stopped, keeps what came, and asks again', async () => {
    const user = userEvent.setup()
    const { response, write } = writing()
    const { signals, asked } = show(response, written(done('In March.', CITATION)))
    await user.type(box(), 'When?{Enter}')
    write(token('In Mar'))
    await screen.findByText('In Mar')
    await user.type(box(), 'And where?{Enter}')
    expect(asked).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    const turn = await answerTo('When?')
    expect(await within(turn).findByText(/broken off before its end/)).toBeVisible()
    expect(turn).toHaveTextContent('In Mar')
    expect(signals[0]?.aborted).toBe(true)
    expect(box()).toHaveValue('And where?')
    await user.click(within(turn).getByRole('button', { name: 'Ask again' }))
    expect(await within(turn).findByText('In March.')).toBeVisible()
    expect(asked).toEqual([{ question: 'When?' }, { question: 'When?' }])
  })

  it.each([
    ['the API refuses', () => problem(503, 'database_unavailable'), 'database cannot be reached'],
    [
      'it fails later',
      () => written(token('In'), event('error', { status: 502, code: 'upstream_failed' })),
      'A service',
    ],
    ['the line breaks', () => written(token('In')), 'Atelier cannot be reached'],
  ])('says what went wrong when %s, and tries again', async (_, failing, words) => {
    const user = userEvent.setup()
    show(failing(), written(done('In March.', CITATION)))
    await user.type(box(), 'When?{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('heading', { name: 'When?' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('In March.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('loses nothing when the page is left in the middle', async () => {
    const user = userEvent.setup()
    const { response, write } = writing()
    const first = show(written(done('In March.', CITATION)), response)
    await user.type(box(), 'When?{Enter}')
    await screen.findByText('In March.')
    await user.type(box(), 'Where?{Enter}')
    write(token('In Rec'))
    await screen.findByText('In Rec')
    await user.type(box(), 'And who')
    first.unmount()
    await waitFor(() => expect(first.signals[1]?.aborted).toBe(true))

    show()
    expect(box()).toHaveValue('And who')
    expect(await screen.findByText('In March.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Brief' })).toBeVisible()
    expect(within(await answerTo('Where?')).getByRole('button', { name: 'Ask again' })).toBeVisible()
  })

  it('follows no link and loads no picture that an answer brings', async () => {
    const user = userEvent.setup()
    const evil =
      'See [here](https://evil.test/?secret) ![seen](https://evil.test/x.png) <img src="https://evil.test/y">'
    show(written(done(evil)))
    await user.type(box(), 'When?{Enter}')
    const turn = await answerTo('When?')
    await waitFor(() => expect(turn).toHaveTextContent('See here seen'))
    expect(turn.querySelectorAll('img, a[href*="evil"]')).toHaveLength(0)
  })

  it('begins a new line with Shift and Enter, and asks nothing blank', async () => {
    const user = userEvent.setup()
    const { asked } = show()
    await user.type(box(), 'One{Shift>}{Enter}{/Shift}two')
    expect(box()).toHaveValue('One\ntwo')
    await user.clear(box())
    await user.type(box(), '  {Enter}')
    expect(asked).toEqual([])
  })

  it('takes a question off the page when it is told to', async () => {
    const user = userEvent.setup()
    show(written(done('In March.', CITATION)))
    await user.type(box(), 'When?{Enter}')
    await screen.findByText('In March.')
    await user.click(screen.getByRole('button', { name: 'Take this question off the page: When?' }))
    expect(screen.queryByText('In March.')).toBeNull()
    expect(Object.keys(localStorage)).toEqual([])
  })
})
