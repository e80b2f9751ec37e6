import { count } from '../i18n/format'
import { cost } from '../runs/format'
import type { Sums } from './usage'

/** What can be drawn of what was used. */
export const MEASURES = ['cost', 'tokens', 'images'] as const
export type Measure = (typeof MEASURES)[number]

export function amountOf(measure: Measure, sums: Sums): number {
  switch (measure) {
    case 'cost':
      return sums.costUsd
    case 'tokens':
      return sums.inputTokens + sums.outputTokens
    case 'images':
      return sums.images
  }
}

export function inWords(measure: Measure, amount: number): string {
  return measure === 'cost' ? cost(amount) : count(amount)
}

/** What says most about a period: what it cost, unless it cost nothing. */
export function tellingMeasure(sums: Sums): Measure {
  return MEASURES.find(measure => amountOf(measure, sums) > 0) ?? 'cost'
}
