import { amountOf, type Measure } from './measures'
import { daysOf } from './periods'
import type { UsageReport } from './usage'

/** More colours than these nobody tells apart; the models that used least share the last one. */
const COLOURS = 6

/** A colour of the chart: a model, or all those that have none of their own. */
export interface Series {
  models: readonly string[]
  colour: number
}

export interface Bar {
  day: string
  total: number
  /** One for each series, from the bottom up. */
  parts: readonly number[]
}

export interface Bars {
  series: readonly Series[]
  bars: readonly Bar[]
  /** What the highest bar would reach at the most: a round number; 0 when there is nothing to draw. */
  top: number
}

/** The bars of a report: one for each day, also for those on which nothing was used. */
export function barsOf(report: UsageReport, measure: Measure): Bars {
  const series = seriesOf(report, measure)
  const used = new Map(report.days.map(day => [day.date, day]))
  const bars = daysOf(report).map(day => {
    const models = used.get(day)?.models ?? []
    const parts = series.map(({ models: names }) =>
      models.reduce((sum, usage) => sum + (names.includes(usage.model) ? amountOf(measure, usage) : 0), 0),
    )
    const sums = used.get(day)
    return { day, parts, total: sums === undefined ? 0 : amountOf(measure, sums) }
  })
  return { series, bars, top: roundUp(Math.max(...bars.map(bar => bar.total))) }
}

function seriesOf({ models }: UsageReport, measure: Measure): Series[] {
  const names = models
    .filter(usage => amountOf(measure, usage) > 0)
    .sort((one, other) => amountOf(measure, other) - amountOf(measure, one))
    .map(usage => usage.model)
  const own = names.length > COLOURS ? COLOURS - 1 : names.length
  const others = names.slice(own)
  return [
    ...names.slice(0, own).map((model, colour) => ({ models: [model], colour })),
    ...(others.length > 0 ? [{ models: others, colour: COLOURS - 1 }] : []),
  ]
}

/** 1, 2 or 5 with as many zeros as it takes. */
function roundUp(amount: number): number {
  if (amount === 0) return 0
  const power = 10 ** Math.floor(Math.log10(amount))
  const leading = [1, 2, 5].find(digit => digit * power >= amount) ?? 10
  return leading * power
}
