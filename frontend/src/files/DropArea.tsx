import { Upload as UploadIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import styles from './DropArea.module.css'

interface DropAreaProps {
  /** What to do here, and what happens then. */
  title: string
  hint: string
  /** What the button says. */
  choose: string
  /** What may be chosen, as `accept` of a file input has it; anything may be dropped. */
  accept?: string
  onFiles: (files: File[]) => void
}

/** Takes files that are dropped on it, or chosen. */
export function DropArea({ title, hint, choose, accept, onFiles }: DropAreaProps) {
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
        <p className={styles.title}>{over ? t('dropNow') : title}</p>
        <p>{hint}</p>
      </div>
      <Button onClick={() => input.current?.click()}>{choose}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={choose}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
