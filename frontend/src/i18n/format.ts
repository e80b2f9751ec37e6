import i18next from 'i18next'

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago an instant is, in words: `3 hours ago`. */
export function ago(instant: string, now = Date.now()): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000)
  const words = new Intl.RelativeTimeFormat(i18next.language, { numeric: 'auto' })
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit)
  }
  return words.format(0, 'second')
}

/** A number of bytes as people say it: `3.4 MB`. */
export function size(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(i18next.language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}

export function count(number: number): string {
  return new Intl.NumberFormat(i18next.language).format(number)
}

/** A day such as `2026-11-24`, as people say it: `Tue, Nov 24, 2026`. */
export function day(date: string): string {
  return dayAs(date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** The same where there is little room: `Nov 24`. */
export function dayInShort(date: string): string {
  return dayAs(date, { day: 'numeric', month: 'short' })
}

function dayAs(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(i18next.language, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
}
