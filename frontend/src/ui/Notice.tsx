import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { messageOf } from '../api/problem'
import { Button } from './Button'
import styles from './Notice.module.css'

const ICONS = { info: Info, good: CircleCheck, bad: CircleAlert }

interface NoticeProps {
  kind?: keyof typeof ICONS
  children: ReactNode
  action?: ReactNode
}

/** Something to know about the page, where it stands. */
export function Notice({ kind = 'info', children, action }: NoticeProps) {
  const Icon = ICONS[kind]
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}

/** What could not be loaded, why, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  return (
    <Notice
      kind="bad"
      action={
        onRetry && (
          <Button small onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {messageOf(error)}
    </Notice>
  )
}
