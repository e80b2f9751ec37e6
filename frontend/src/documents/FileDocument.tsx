import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { versioned, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useTitle } from '../ui/title'
import { sayFailed } from '../ui/toasts'
import { AtPlace, PlaceNote, PlainText } from './AtPlace'
import { documentKeys, isPending, type Document } from './documents'
import styles from './Editor.module.css'
import { find, placeIn } from './place'

interface FileDocumentProps {
  loaded: Versioned<Document>
  /** What stands above it. */
  children: ReactNode
}

/** A document that was read from a file: its text, for reading, and how far it is. */
export function FileDocument({ loaded, children }: FileDocumentProps) {
  const { t } = useTranslation('documents')
  const document = loaded.value
  const { title, content, mediaType } = document
  const [query] = useSearchParams()
  const place = useMemo(() => placeIn(query), [query])
  const marked = useMemo(() => place && find(content, place), [place, content])
  useTitle(title)
  const isRead = content.trim() !== ''
  return (
    <div className={styles.editor}>
      <header className={styles.header}>
        {children}
        <p className={styles.state}>
          {t(`kind.${mediaType}`)}
          {isRead && ` · ${t('fromFile')}`}
        </p>
      </header>
      <h1 className={styles.title}>{title}</h1>
      {isPending(document) && <Notice>{t('pending.text')}</Notice>}
      {document.ingestion === 'failed' && <Failed loaded={loaded} />}
      {isRead && place && <PlaceNote document={document} place={place} found={marked !== undefined} />}
      {isRead && (
        <AtPlace key={query.toString()}>
          <PlainText text={content} marked={marked} />
        </AtPlace>
      )}
    </div>
  )
}

/** Why it is not found by search, and another try: some reasons pass. */
function Failed({ loaded: { value, etag } }: { loaded: Versioned<Document> }) {
  const { t } = useTranslation('documents')
  const api = useApi()
  const queries = useQueryClient()
  const { id, projectId, title } = value
  const again = useMutation({
    // Any change has it read again, even one to what it is.
    mutationFn: () =>
      versioned(
        api.PATCH('/api/v1/documents/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: { title },
        }),
      ),
    onSuccess: changed => {
      queries.setQueryData(documentKeys.one(id), changed)
      void queries.invalidateQueries({ queryKey: documentKeys.list(projectId) })
    },
    onError: sayFailed,
  })
  return (
    <Notice
      kind="bad"
      action={
        <Button small busy={again.isPending} onClick={() => again.mutate()}>
          {t('retry', { ns: 'common' })}
        </Button>
      }
    >
      <p>
        {t('failed.why')} <span lang="en">{value.ingestionError}</span>
      </p>
      <p>{t('failed.what')}</p>
    </Notice>
  )
}
