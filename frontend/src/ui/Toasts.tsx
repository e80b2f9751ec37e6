import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button'
import { currentToasts, dismiss, subscribeToToasts } from './toasts'
import styles from './Toasts.module.css'

/** What has just happened, in the corner. The region is there before anything is in it, so that screen readers follow it. */
export function Toasts() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts)
  return (
    <section aria-label={t('notifications')} aria-live="polite" className={styles.toasts}>
      {toasts.map(({ id, kind, text }) => (
        <div key={id} className={styles.toast} data-kind={kind}>
          {kind === 'bad' ? <CircleAlert aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
          <p>{text}</p>
          <IconButton label={t('close')} onClick={() => dismiss(id)}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </section>
  )
}
