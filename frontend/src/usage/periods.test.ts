import { describe, expect, it } from 'vitest'
import { daysOf, periodOf } from './periods'

const NEW_YEAR = new Date('2027-01-01T00:30:00Z')

describe('periods', () => {
  it.each([
    ['days7', '2026-12-26', '2027-01-01'],
    ['days30', '2026-12-03', '2027-01-01'],
    ['days365', '2026-01-02', '2027-01-01'],
    ['thisMonth', '2027-01-01', '2027-01-01'],
    ['lastMonth', '2026-12-01', '2026-12-31'],
  ] as const)('%s, as it is on the first day of a year', (name, from, to) => {
    expect(periodOf(name, NEW_YEAR)).toEqual({ from, to })
  })

  it('have every day of theirs, over the end of a leap February', () => {
    expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  })
})
