import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count, day as dayInWords } from '../i18n/format'
import { cost } from '../runs/format'
import { amountOf, type Measure } from './measures'
import styles from './Tables.module.css'
import type { Sums, UsageReport } from './usage'

/** What each model was used for, and all of them together. */
export function ModelTable({ report, measure }: { report: UsageReport; measure: Measure }) {
  const { t } = useTranslation('usage')
  const most = Math.max(...report.models.map(usage => amountOf(measure, usage)))
  return (
    <Scroller label={t('tables.models')}>
      <table className={styles.table}>
        <Head first={[t('model')]} />
        <tbody>
          {report.models.map(usage => (
            <tr key={usage.model}>
              <th scope="row">
                {usage.model}
                <Share part={amountOf(measure, usage)} of={most} />
              </th>
              <Figures sums={usage} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <Figures sums={report} />
          </tr>
        </tfoot>
      </table>
    </Scroller>
  )
}

/** The figures of the chart, the latest day first. */
export function DayTable({ report }: { report: UsageReport }) {
  const { t } = useTranslation('usage')
  return (
    <Scroller label={t('tables.days')}>
      <table className={styles.table}>
        <Head first={[t('day'), t('model')]} />
        {report.days.toReversed().map(({ date, models }) => (
          <tbody key={date}>
            {models.map((usage, index) => (
              <tr key={usage.model}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={models.length}>
                    {dayInWords(date)}
                  </th>
                )}
                <th scope="row">{usage.model}</th>
                <Figures sums={usage} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroller>
  )
}

function Head({ first }: { first: string[] }) {
  const { t } = useTranslation('usage')
  return (
    <thead>
      <tr>
        {first.map(name => (
          <th key={name} scope="col" className={styles.words}>
            {name}
          </th>
        ))}
        {[t('inputTokens'), t('outputTokens'), t('images'), t('cost')].map(name => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Figures({ sums }: { sums: Sums }) {
  return (
    <>
      <td>{count(sums.inputTokens)}</td>
      <td>{count(sums.outputTokens)}</td>
      <td>{count(sums.images)}</td>
      <td>{cost(sums.costUsd)}</td>
    </>
  )
}

/** How much of what was drawn is this one's, beside the greatest; the figures say it to those who do not see it. */
function Share({ part, of }: { part: number; of: number }) {
  return (
    <svg className={styles.share} aria-hidden="true">
      <rect width={of === 0 ? 0 : `${(100 * part) / of}%`} height="100%" />
    </svg>
  )
}

function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // It may scroll sideways, so it has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} role="region" tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}
