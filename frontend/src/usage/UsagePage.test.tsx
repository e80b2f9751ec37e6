import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { speak } from '../i18n/i18n'
import { FakeApi, problem, type Sent } from '../test/FakeApi'
import { visit } from '../test/visit'

const USAGE = 'GET /api/v1/me/usage'
const WRITER = { model: 'writer', inputTokens: 1200, outputTokens: 300, images: 0, costUsd: 0.25 }
const PAINTER = { model: 'painter', inputTokens: 0, outputTokens: 0, images: 2, costUsd: 1234.5 }
const BOTH = { inputTokens: 1200, outputTokens: 300, images: 2, costUsd: 1234.75 }

const withoutUse = ({ query }: Sent) => ({
  from: query.get('from') ?? '',
  to: query.get('to') ?? '',
  inputTokens: 0,
  outputTokens: 0,
  images: 0,
  costUsd: 0,
  unsettled: { calls: 0, atMostUsd: 0 },
  models: [] as object[],
  days: [] as object[],
})

/** Something was used on the last day of whatever is asked for, and the writer alone on the first. */
function withUse(sent: Sent) {
  const report = withoutUse(sent)
  return {
    ...report,
    ...BOTH,
    models: [PAINTER, WRITER],
    days: [
      { date: report.from, ...WRITER, models: [WRITER] },
      { date: report.to, ...BOTH, models: [PAINTER, WRITER] },
    ],
  }
}

const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(cell => cell.textContent)

describe('the usage page', () => {
  const api = () => new FakeApi().on(USAGE, sent => Response.json(withUse(sent)))

  it('shows what was used by each model, and in all', async () => {
    visit('/usage', { api: api() })
    const table = within(await screen.findByRole('region', { name: 'Table, model by model' }))
    expect(cells(table.getByRole('row', { name: /^painter/ }))).toEqual(['0', '0', '2', '$1,234.50'])
    expect(cells(table.getByRole('row', { name: /^writer/ }))).toEqual(['1,200', '300', '0', '$0.25'])
    expect(cells(table.getByRole('row', { name: /^All together/ }))).toEqual(['1,200', '300', '2', '$1,234.75'])
  })

  it('tells day after day of the chart, what is chosen of it', async () => {
    const { user } = visit('/usage?period=days7', { api: api() })
    const chart = within(await screen.findByRole('figure', { name: 'Cost, day by day' }))
    const slider = chart.getByRole('slider', { name: 'Day' })
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/: \$1,234\.75$/))
    expect(chart.getByText('painter').parentElement).toHaveTextContent('$1,234.50')
    fireEvent.change(slider, { target: { value: '0' } })
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/: \$0\.25$/))
    expect(chart.getByText('painter').parentElement).toHaveTextContent('$0.00')
    await user.selectOptions(screen.getByLabelText('Show'), 'Tokens')
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/: 1,500$/))
    expect(chart.queryByText('painter')).toBeNull()
  })

  it('has the figures of the chart in a table, the latest day first', async () => {
    const { user } = visit('/usage?period=days7', { api: api() })
    await user.click(await screen.findByText('The same as a table'))
    const table = within(await screen.findByRole('region', { name: 'Table, day by day' }))
    const rows = table.getAllByRole('row').slice(1)
    expect(rows.map(row => within(row).getAllByRole('rowheader').at(-1)?.textContent)).toEqual([
      'painter',
      'writer',
      'writer',
    ])
    expect(rows.slice(2).map(cells)).toEqual([['1,200', '300', '0', '$0.25']])
  })

  it('asks for the period that is chosen, and keeps it in the address', async () => {
    const { api: asked, user, router } = visit('/usage', { api: api() })
    await screen.findByRole('table')
    const days = () => {
      const query = asked.sentTo(USAGE).at(-1)?.query
      return (Date.parse(query?.get('to') ?? '') - Date.parse(query?.get('from') ?? '')) / 86_400_000 + 1
    }
    expect(days()).toBe(30)
    await user.selectOptions(screen.getByLabelText('Period'), 'Last 90 days')
    await waitFor(() => expect(days()).toBe(90))
    expect(router.state.location.search).toBe('?period=days90')
  })

  it('shows tokens rather than costs of nothing', async () => {
    const free = { ...WRITER, costUsd: 0 }
    visit('/usage', {
      api: api().on(USAGE, sent => {
        const report = withoutUse(sent)
        return Response.json({
          ...report,
          ...free,
          models: [free],
          days: [{ date: report.to, ...free, models: [free] }],
        })
      }),
    })
    await screen.findByRole('figure', { name: 'Tokens, day by day' })
  })

  it('says what to do when nothing was used', async () => {
    visit('/usage', { api: api().on(USAGE, sent => Response.json(withoutUse(sent))) })
    await screen.findByRole('heading', { name: 'Nothing used in this period' })
    expect(screen.getByRole('link', { name: 'To my projects' })).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says what is in no sum', async () => {
    const unsettled = { calls: 2, atMostUsd: 0.5 }
    visit('/usage', { api: api().on(USAGE, sent => Response.json({ ...withoutUse(sent), unsettled })) })
    await screen.findByText(/^2 calls are under way, .* at most \$0\.50 together/)
  })

  it('says what went wrong, and tries again when it is told', async () => {
    const failing = api().on(USAGE, () => problem(503, 'database_unavailable'))
    const { user } = visit('/usage', { api: failing })
    await screen.findByRole('alert')
    failing.on(USAGE, sent => Response.json(withUse(sent)))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('table')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('writes money and days as the language does', async () => {
    await speak('pt-BR')
    try {
      visit('/usage', { api: api() })
      const all = await screen.findByRole('row', { name: /^Tudo junto/ })
      expect(cells(all)).toEqual(['1.200', '300', '2', 'US$\u00a01.234,75'])
    } finally {
      await speak('en')
    }
  })
})
