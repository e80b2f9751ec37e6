import { useTranslation } from 'react-i18next'
import type { Tone } from '../workflows/StepNode'
import styles from './Runs.module.css'
import type { RunStatus } from './runs'

const TONES: Record<RunStatus, Tone> = {
  pending: 'plain',
  running: 'busy',
  paused: 'busy',
  completed: 'good',
  failed: 'bad',
  stopped: 'plain',
}

export function StatusLabel({ status }: { status: RunStatus }) {
  const { t } = useTranslation('runs')
  return (
    <span className={styles.status} data-tone={TONES[status]}>
      {t(`status.${status}`)}
    </span>
  )
}
