import { Upload as UploadIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import styles from './DropArea.module.css'

/** Takes files that are dropped on it, or chosen. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    // What is dropped can as well be chosen with the button in it, by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.area}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <UploadIcon aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.title}>{over ? t('dropNow') : t('drop')}</p>
        <p>{t('dropHint')}</p>
      </div>
      <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('choose')}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
