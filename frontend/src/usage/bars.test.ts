import { describe, expect, it } from 'vitest'
import { barsOf } from './bars'
import type { ModelUsage, UsageReport } from './usage'

const model = (name: string, costUsd: number, tokens = 0): ModelUsage => ({
  model: name,
  inputTokens: tokens,
  outputTokens: 0,
  images: 0,
  costUsd,
})

/** Of one day, within a period of three. */
function report(...models: ModelUsage[]): UsageReport {
  const sum = (of: (usage: ModelUsage) => number) => models.reduce((total, usage) => total + of(usage), 0)
  const sums = {
    inputTokens: sum(usage => usage.inputTokens),
    outputTokens: 0,
    images: 0,
    costUsd: sum(usage => usage.costUsd),
    models,
  }
  return {
    ...sums,
    from: '2026-11-22',
    to: '2026-11-24',
    days: [{ date: '2026-11-23', ...sums }],
    unsettled: { calls: 0, atMostUsd: 0 },
  }
}

describe('the bars of a report', () => {
  it('are there for every day, with the greatest model at the bottom', () => {
    const { series, bars, top } = barsOf(report(model('small', 0.25), model('great', 1)), 'cost')
    expect(series.map(({ models }) => models)).toEqual([['great'], ['small']])
    expect(bars).toEqual([
      { day: '2026-11-22', parts: [0, 0], total: 0 },
      { day: '2026-11-23', parts: [1, 0.25], total: 1.25 },
      { day: '2026-11-24', parts: [0, 0], total: 0 },
    ])
    expect(top).toBe(2)
  })

  it('leave out models without anything of what is drawn', () => {
    const { series } = barsOf(report(model('free', 0, 500), model('paid', 1, 0)), 'tokens')
    expect(series.map(({ models }) => models)).toEqual([['free']])
  })

  it('give all models but the first five one colour', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const { series, bars } = barsOf(report(...names.map((name, index) => model(name, 0, 700 - 100 * index))), 'tokens')
    expect(series.at(-1)).toEqual({ models: ['f', 'g'], colour: 5 })
    expect(bars[1]?.parts).toEqual([700, 600, 500, 400, 300, 300])
  })

  it('have nothing to draw when nothing was used', () => {
    expect(barsOf(report(), 'cost').top).toBe(0)
  })
})
