import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import { Button } from '../ui/Button'
import { dialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Failure } from '../ui/Notice'
import { sayDone } from '../ui/toasts'
import styles from './Runs.module.css'
import { runKeys } from './runs'

interface ReviewFormProps {
  runId: string
  nodeId: string
  name: string
  /** What to look for; may be empty. */
  criteria: string
}

/** A person decides how the run goes on. */
export function ReviewForm({ runId, nodeId, name, criteria }: ReviewFormProps) {
  const { t } = useTranslation('runs')
  const api = useApi()
  const queries = useQueryClient()
  const [comment, setComment] = useState('')
  const review = useMutation({
    mutationFn: (decision: 'approve' | 'reject') =>
      answer(
        api.POST('/api/v1/runs/{id}/steps/{nodeId}/review', {
          params: { path: { id: runId, nodeId } },
          body: { decision, comment },
        }),
      ),
    onSuccess: run => {
      sayDone(t('review.done'))
      queries.setQueryData(runKeys.one(runId), run)
    },
  })
  return (
    <section className={styles.review} aria-label={t('review.title', { name })}>
      <h2>{t('review.title', { name })}</h2>
      {criteria !== '' && (
        <p>
          {t('review.criteria')}: {criteria}
        </p>
      )}
      <TextArea
        label={t('review.comment')}
        rows={3}
        maxLength={10_000}
        value={comment}
        onChange={event => setComment(event.target.value)}
      />
      {review.isError && <Failure error={review.error} />}
      <footer className={dialogActions}>
        <Button busy={review.isPending} onClick={() => review.mutate('reject')}>
          {t('review.reject')}
        </Button>
        <Button look="primary" busy={review.isPending} onClick={() => review.mutate('approve')}>
          {t('review.approve')}
        </Button>
      </footer>
    </section>
  )
}
