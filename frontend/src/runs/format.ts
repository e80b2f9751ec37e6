import i18next from 'i18next'

const LEAST_USD = 0.0001

/** US dollars; what models cost is often less than a cent, and what cost something is never shown as nothing. */
export function cost(usd: number): string {
  const small = usd > 0 && usd < 1
  const dollars = new Intl.NumberFormat(i18next.language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: small ? 4 : 2,
  })
  return small && usd < LEAST_USD ? `< ${dollars.format(LEAST_USD)}` : dollars.format(usd)
}

/** How long something took, or has taken up to now: `3.2 s`, `2 min 5 s`. */
export function duration(from: string | null, to: string | null, now = Date.now()): string {
  if (from === null) return ''
  const seconds = Math.max(0, ((to === null ? now : Date.parse(to)) - Date.parse(from)) / 1000)
  const unit = (value: number, name: 'second' | 'minute' | 'hour', digits = 0) =>
    new Intl.NumberFormat(i18next.language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value)
  if (seconds < 60) return unit(seconds, 'second', to !== null && seconds < 10 ? 1 : 0)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${unit(minutes, 'minute')} ${unit(Math.floor(seconds % 60), 'second')}`
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`
}
