import { RotateCcw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { messageOf } from '../api/problem'
import { size } from '../i18n/format'
import { Button, IconButton } from '../ui/Button'
import styles from './UploadList.module.css'
import { isOver, type Upload, type Uploads } from './uploads'

interface UploadListProps {
  projectId: string
  uploads: Uploads
  here: Upload[]
  /** How many are done, in words. */
  summary: (count: number) => string
}

export function UploadList({ projectId, uploads, here, summary }: UploadListProps) {
  const { t } = useTranslation('files')
  const done = here.filter(upload => upload.state.status === 'done').length
  return (
    <section aria-labelledby="uploads" className={styles.uploads}>
      <header>
        <h2 id="uploads">{t('uploads')}</h2>
        <p role="status">{done > 0 && summary(done)}</p>
        {here.some(isOver) && (
          <Button small look="quiet" onClick={() => uploads.dismissOver(projectId)}>
            {t('clear')}
          </Button>
        )}
      </header>
      <ul>
        {here.map(upload => (
          <Row key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </section>
  )
}

function Row({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useTranslation('files')
  const { id, file, state } = upload
  const { name } = file
  const again = state.status === 'failed' || state.status === 'cancelled'
  return (
    <li className={styles.row} data-status={state.status}>
      <p className={styles.name}>{name}</p>
      <p className={styles.state}>{useStateInWords(upload)}</p>
      <progress className={styles.progress} aria-label={t('progress', { name })} max={100} value={percentage(upload)} />
      <div className={styles.buttons}>
        {again && (
          <IconButton label={t('retryUpload', { name })} onClick={() => uploads.retry(id)}>
            <RotateCcw aria-hidden="true" />
          </IconButton>
        )}
        <IconButton
          label={isOver(upload) ? t('dismissUpload', { name }) : t('cancelUpload', { name })}
          onClick={() => (isOver(upload) ? uploads.dismiss(id) : uploads.cancel(id))}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  )
}

function percentage({ file, state }: Upload): number {
  if (state.status === 'done' || state.status === 'checking') return 100
  if (state.status !== 'sending' || file.size === 0) return 0
  return Math.round((100 * state.sent) / file.size)
}

function useStateInWords({ file, state }: Upload): string {
  const { t } = useTranslation('files')
  switch (state.status) {
    case 'sending':
      return t('state.sending', { sent: size(state.sent), total: size(file.size) })
    case 'failed':
      return t('state.failed', { reason: messageOf(state.error) })
    default:
      return t(`state.${state.status}`)
  }
}
