import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CirclePause, CirclePlay, CircleStop, RotateCcw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import { Button } from '../ui/Button'
import { Confirm } from '../ui/Dialog'
import { sayFailed } from '../ui/toasts'
import { isOver, runKeys, type Run } from './runs'

type Order = 'pause' | 'resume' | 'stop' | 'retry'

const ICONS: Record<Order, ReactNode> = {
  pause: <CirclePause aria-hidden="true" />,
  resume: <CirclePlay aria-hidden="true" />,
  stop: <CircleStop aria-hidden="true" />,
  retry: <RotateCcw aria-hidden="true" />,
}

function ordersFor(run: Run): Order[] {
  if (run.status === 'failed') return ['retry']
  if (isOver(run)) return []
  // One that waits for a review goes on with the review, one at its limit with a higher one.
  if (run.status === 'paused') return run.pauseReason === 'requested' ? ['resume', 'stop'] : ['stop']
  return ['pause', 'stop']
}

/** What a person may have a run do now. */
export function Steering({ run }: { run: Run }) {
  const { t } = useTranslation('runs')
  const [stopping, setStopping] = useState(false)
  const steer = useSteering(run.id)
  return (
    <>
      {ordersFor(run).map(order => (
        <Button
          key={order}
          small
          look={order === 'resume' || order === 'retry' ? 'primary' : 'plain'}
          busy={steer.isPending}
          onClick={() => (order === 'stop' ? setStopping(true) : steer.mutate(order))}
        >
          {ICONS[order]}
          {t(`actions.${order}`)}
        </Button>
      ))}
      <Confirm
        open={stopping}
        title={t('stopping.title')}
        text={t('stopping.text')}
        action={t('actions.stop')}
        stay={t('stopping.stay')}
        busy={steer.isPending}
        onConfirm={() => steer.mutate('stop', { onSettled: () => setStopping(false) })}
        onClose={() => setStopping(false)}
      />
    </>
  )
}

function useSteering(id: string) {
  const api = useApi()
  const queries = useQueryClient()
  const params = { params: { path: { id } } }
  return useMutation({
    mutationFn: (order: Order) => {
      switch (order) {
        case 'pause':
          return answer(api.POST('/api/v1/runs/{id}/pause', params))
        case 'resume':
          return answer(api.POST('/api/v1/runs/{id}/resume', params))
        case 'stop':
          return answer(api.POST('/api/v1/runs/{id}/stop', params))
        case 'retry':
          return answer(api.POST('/api/v1/runs/{id}/retry', params))
      }
    },
    onSuccess: run => {
      queries.setQueryData(runKeys.one(id), run)
      void queries.invalidateQueries({ queryKey: runKeys.steps(id) })
    },
    // It may have gone on meanwhile.
    onError: error => {
      sayFailed(error)
      void queries.invalidateQueries({ queryKey: runKeys.one(id) })
    },
  })
}
