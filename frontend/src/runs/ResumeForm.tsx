import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import { Button } from '../ui/Button'
import { dialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Failure } from '../ui/Notice'
import { cost } from './format'
import styles from './Runs.module.css'
import { runKeys, type Run } from './runs'

/** Lets a run that has come to its limit of cost spend more. */
export function ResumeForm({ run }: { run: Run }) {
  const { t } = useTranslation('runs')
  const api = useApi()
  const queries = useQueryClient()
  const [limit, setLimit] = useState(() => suggested(run))
  const resume = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/runs/{id}/resume', {
          params: { path: { id: run.id } },
          body: { costLimitUsd: Number(limit) },
        }),
      ),
    onSuccess: resumed => queries.setQueryData(runKeys.one(run.id), resumed),
  })
  return (
    <form
      className={styles.review}
      onSubmit={event => {
        event.preventDefault()
        resume.mutate()
      }}
    >
      <TextField
        label={t('limit')}
        hint={t('limitHint', { cost: cost(run.usage.costUsd) })}
        type="number"
        required
        min={run.usage.costUsd}
        step="any"
        value={limit}
        onChange={event => setLimit(event.target.value)}
      />
      {resume.isError && <Failure error={resume.error} />}
      <footer className={dialogActions}>
        <Button type="submit" look="primary" busy={resume.isPending}>
          {t('actions.resume')}
        </Button>
      </footer>
    </form>
  )
}

/** Twice what it was, to begin with. */
function suggested({ costLimitUsd, usage }: Run): string {
  return String(2 * Math.max(costLimitUsd ?? 0, usage.costUsd))
}
