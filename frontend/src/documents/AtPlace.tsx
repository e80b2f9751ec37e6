import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice'
import type { Document } from './documents'
import type { Place, Range } from './place'
import styles from './AtPlace.module.css'

/** Leads to what is marked below: it is scrolled to, and the keyboard goes on from there. */
export function AtPlace({ children }: { children: ReactNode }) {
  const below = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = below.current?.querySelector('mark')
    if (!mark) return
    mark.tabIndex = -1
    mark.focus({ preventScroll: true })
    mark.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={below} className={styles.below}>
      {children}
    </div>
  )
}

/** A text that is no Markdown, as it is. */
export function PlainText({ text, marked }: { text: string; marked: Range | undefined }) {
  const { t } = useTranslation('documents')
  const { start, end } = marked ?? { start: text.length, end: text.length }
  return (
    <article className={styles.plain} aria-label={t('preview')}>
      {text.slice(0, start)}
      {end > start && <mark>{text.slice(start, end)}</mark>}
      {text.slice(end)}
    </article>
  )
}

interface PlaceNoteProps {
  document: Document
  place: Place
  found: boolean
}

/** What is marked below, and where to see it in the file that the document was made from. */
export function PlaceNote({ document, place: { page }, found }: PlaceNoteProps) {
  const { t } = useTranslation('documents')
  const { fileUrl, mediaType } = document
  const file = fileUrl !== null && (
    <a
      href={mediaType === 'pdf' && page !== undefined ? `${fileUrl}#page=${page}` : fileUrl}
      target="_blank"
      rel="noreferrer"
    >
      {t('place.file')}
    </a>
  )
  return (
    <Notice action={file}>
      {!found ? t('place.gone') : page === undefined ? t('place.here') : t('place.onPage', { page: String(page) })}
    </Notice>
  )
}
