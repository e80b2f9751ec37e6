import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './Button'
import styles from './Dialog.module.css'
import { Failure } from './Notice'

interface DialogProps {
  title: string
  open: boolean
  onClose: () => void
  /** For what needs more room than a few fields. */
  wide?: boolean
  children: ReactNode
}

/** A small task on top of the page; Escape and a click beside it close it. */
export function Dialog({ title, open, onClose, wide = false, children }: DialogProps) {
  const { t } = useTranslation()
  return (
    <Base.Root open={open} onOpenChange={next => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.veil} />
        <Base.Popup className={[styles.popup, wide && styles.wide].filter(Boolean).join(' ')}>
          <header className={styles.header}>
            <Base.Title>{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label={t('close')}>
                  <X aria-hidden="true" />
                </IconButton>
              }
            />
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

interface ConfirmProps {
  title: string
  text: string
  action: string
  /** What stays as it is; `Cancel` when nothing else is said. */
  stay?: string
  open: boolean
  busy?: boolean
  error?: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, text, action, stay, open, busy = false, error, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation()
  return (
    <AlertDialog.Root open={open} onOpenChange={next => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.veil} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description>{text}</AlertDialog.Description>
          {error !== undefined && error !== null && <Failure error={error} />}
          <footer className={styles.actions}>
            <AlertDialog.Close render={<Button>{stay ?? t('cancel')}</Button>} />
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

export const dialogActions = styles.actions
