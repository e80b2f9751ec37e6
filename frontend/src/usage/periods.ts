/** What somebody may want to look at; days are those of UTC, as in the API. */
export const PERIODS = ['days7', 'days30', 'days90', 'thisMonth', 'lastMonth', 'days365'] as const
export type PeriodName = (typeof PERIODS)[number]

/** The first and the last day, as `2026-11-24`. */
export interface Period {
  from: string
  to: string
}

const DAY_MS = 86_400_000

export function isPeriod(name: string | null): name is PeriodName {
  return PERIODS.some(known => known === name)
}

export function periodOf(name: PeriodName, now = new Date()): Period {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  switch (name) {
    case 'thisMonth':
      return { from: dayOf(Date.UTC(year, month, 1)), to: dayOf(now) }
    case 'lastMonth':
      return { from: dayOf(Date.UTC(year, month - 1, 1)), to: dayOf(Date.UTC(year, month, 0)) }
    default: {
      const days = Number(name.slice('days'.length))
      return { from: dayOf(now.getTime() - (days - 1) * DAY_MS), to: dayOf(now) }
    }
  }
}

/** Every day of a period, the first one first. */
export function daysOf({ from, to }: Period): string[] {
  const first = Date.parse(from)
  const count = Math.round((Date.parse(to) - first) / DAY_MS) + 1
  return Array.from({ length: count }, (_, index) => dayOf(first + index * DAY_MS))
}

function dayOf(instant: Date | number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
