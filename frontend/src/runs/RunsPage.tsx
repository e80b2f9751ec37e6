import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useApi } from '../api/context'
import { ApiError } from '../api/problem'
import { NotFound } from '../app/NotFound'
import { ago } from '../i18n/format'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import { Loading } from '../ui/Loading'
import { Failure } from '../ui/Notice'
import page from '../ui/Page.module.css'
import rows from '../ui/Rows.module.css'
import { useTitle } from '../ui/title'
import { loadWorkflow, workflowKeys } from '../workflows/workflows'
import { cost, duration } from './format'
import styles from './Runs.module.css'
import { useRuns, type Run } from './runs'
import { StatusLabel } from './StatusLabel'

/** The history of a workflow. */
export function RunsPage() {
  const { workflowId = '' } = useParams()
  const { t } = useTranslation('runs')
  const api = useApi()
  const workflow = useQuery({
    queryKey: workflowKeys.one(workflowId),
    queryFn: ({ signal }) => loadWorkflow(api, workflowId, signal),
  })
  const runs = useRuns(workflowId)
  const title = workflow.data && t('title', { name: workflow.data.value.name })
  useTitle(title)
  if (workflow.isPending) return <Loading page />
  if (workflow.isError && workflow.error instanceof ApiError && workflow.error.code === 'not_found') return <NotFound />
  return (
    <div className={page.page}>
      <header className={styles.header}>
        <Link to={`/workflows/${workflowId}`} className={styles.back} aria-label={t('back')} title={t('back')}>
          <ArrowLeft aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
      </header>
      {workflow.isError && <Failure error={workflow.error} onRetry={() => void workflow.refetch()} />}
      <Listing query={runs} empty={<Empty seed="runs" title={t('empty.title')} text={t('empty.text')} />}>
        {items => (
          <ul className={rows.rows}>
            {items.map(run => (
              <Row key={run.id} run={run} />
            ))}
          </ul>
        )}
      </Listing>
    </div>
  )
}

function Row({ run }: { run: Run }) {
  const { t } = useTranslation('runs')
  return (
    <li className={`${rows.item} ${styles.row}`}>
      <StatusLabel status={run.status} />
      <Link className={rows.whole} to={`/runs/${run.id}`}>
        {t('started', { when: ago(run.createdAt) })}
      </Link>
      <p className={styles.facts}>
        <span>{cost(run.usage.costUsd)}</span>
        <span>{duration(run.startedAt, run.finishedAt)}</span>
      </p>
    </li>
  )
}
