import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { count } from '../i18n/format'
import { cost } from '../runs/format'
import { ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Choice } from '../ui/Field'
import { Loading } from '../ui/Loading'
import { Failure, Notice } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { useTitle } from '../ui/title'
import { DayChart } from './DayChart'
import { MEASURES, tellingMeasure, type Measure } from './measures'
import { isPeriod, periodOf, PERIODS, type PeriodName } from './periods'
import { DayTable, ModelTable } from './Tables'
import { useUsage, type UsageReport } from './usage'
import styles from './UsagePage.module.css'

/** What the user's models have used and what that cost, in a period that the address names. */
export function UsagePage() {
  const { t } = useTranslation('usage')
  const [query, setQuery] = useSearchParams()
  const asked = query.get('period')
  const name = isPeriod(asked) ? asked : 'days30'
  const usage = useUsage(periodOf(name))
  useTitle(t('title'))
  return (
    <div className={page.page}>
      <header className={page.heading}>
        <h1>{t('title')}</h1>
        <Choice<PeriodName>
          label={t('period')}
          value={name}
          options={namesOf(PERIODS, period => t(`periods.${period}`))}
          onChoose={period => setQuery({ period }, { replace: true })}
        />
      </header>
      {usage.isPending && <Loading />}
      {usage.isError && <Failure error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data && (
        <div className={styles.report} aria-busy={usage.isPlaceholderData}>
          <Report report={usage.data} />
        </div>
      )}
    </div>
  )
}

function namesOf<T extends string>(values: readonly T[], nameOf: (value: T) => string) {
  return Object.fromEntries(values.map(value => [value, nameOf(value)])) as Record<T, string>
}

function Report({ report }: { report: UsageReport }) {
  const { t } = useTranslation('usage')
  const { calls, atMostUsd } = report.unsettled
  return (
    <>
      {calls > 0 && <Notice>{t('unsettled', { count: calls, cost: cost(atMostUsd) })}</Notice>}
      {report.days.length > 0 ? (
        <Figures report={report} />
      ) : (
        <Empty
          seed="usage"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <ButtonLink look="primary" to="/">
              {t('empty.action')}
            </ButtonLink>
          }
        />
      )}
    </>
  )
}

function Figures({ report }: { report: UsageReport }) {
  const { t } = useTranslation('usage')
  const [chosen, setChosen] = useState<Measure>()
  const [listed, setListed] = useState(false)
  const measure = chosen ?? tellingMeasure(report)
  return (
    <>
      <dl className={styles.totals}>
        <Total name={t('cost')} amount={cost(report.costUsd)} />
        <Total name={t('inputTokens')} amount={count(report.inputTokens)} />
        <Total name={t('outputTokens')} amount={count(report.outputTokens)} />
        <Total name={t('images')} amount={count(report.images)} />
      </dl>
      <section className={styles.card} aria-labelledby="by-day">
        <header className={page.heading}>
          <h2 id="by-day">{t('byDay')}</h2>
          <Choice
            label={t('measure')}
            value={measure}
            options={namesOf(MEASURES, name => t(`measures.${name}`))}
            onChoose={setChosen}
          />
        </header>
        <DayChart report={report} measure={measure} />
        <details onToggle={event => setListed(event.currentTarget.open)}>
          <summary>{t('asTable')}</summary>
          {listed && <DayTable report={report} />}
        </details>
        <p className={styles.hint}>{t('daysHint')}</p>
      </section>
      <section className={styles.card} aria-labelledby="by-model">
        <h2 id="by-model">{t('byModel')}</h2>
        <ModelTable report={report} measure={measure} />
      </section>
    </>
  )
}

function Total({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
