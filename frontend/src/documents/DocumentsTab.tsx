import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { versioned } from '../api/client'
import { useApi } from '../api/context'
import { newKey } from '../api/idempotency'
import { DropArea } from '../files/DropArea'
import { UploadList } from '../files/UploadList'
import { useUploads } from '../files/uploads-context'
import { ago } from '../i18n/format'
import { useThisProject } from '../projects/ProjectPage'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import { Bar, Row, Rows } from '../ui/Rows'
import { itemsOf } from '../ui/paging'
import { sayFailed } from '../ui/toasts'
import { documentKeys, isPending, useDocuments, type Document } from './documents'
import styles from './DocumentsTab.module.css'
import { excerpt } from './excerpt'

/** What the API makes documents of, without pictures, whose place is among the files. */
const ACCEPTED = '.pdf,.docx,.html,.htm,.md,.markdown,.txt'

export function DocumentsTab() {
  const { t } = useTranslation('documents')
  const project = useThisProject()
  const documents = useDocuments(project.id)
  const create = useCreateDocument(project.id)
  const { uploads, here } = useUploads('documents', project.id)
  const pending = itemsOf(documents.data).filter(isPending).length
  return (
    <>
      <Bar>
        <Button look="primary" busy={create.isPending} onClick={() => create.mutate()}>
          <Plus aria-hidden="true" />
          {t('new')}
        </Button>
      </Bar>
      <DropArea
        title={t('upload.drop')}
        hint={t('upload.hint')}
        choose={t('upload.choose')}
        accept={ACCEPTED}
        onFiles={chosen => uploads.add(project.id, chosen)}
      />
      {here.length > 0 && (
        <UploadList
          projectId={project.id}
          uploads={uploads}
          here={here}
          summary={count => t('upload.summary', { count })}
        />
      )}
      <p role="status" className="visually-hidden">
        {pending > 0 && t('pending.count', { count: pending })}
      </p>
      <Listing query={documents} empty={<Empty seed="documents" title={t('empty.title')} text={t('empty.text')} />}>
        {items => (
          <Rows>
            {items.map(document => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </Rows>
        )}
      </Listing>
    </>
  )
}

function useCreateDocument(projectId: string) {
  const { t } = useTranslation('documents')
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: () =>
      versioned(
        api.POST('/api/v1/projects/{id}/documents', {
          params: { path: { id: projectId }, header: { 'Idempotency-Key': key } },
          body: { title: t('untitled'), content: '', mediaType: 'markdown', status: 'draft' },
        }),
      ),
    onSuccess: async created => {
      setKey(newKey())
      queries.setQueryData(documentKeys.one(created.value.id), created)
      void queries.invalidateQueries({ queryKey: documentKeys.list(projectId) })
      await navigate(`/documents/${created.value.id}`, { state: { fresh: true } })
    },
    onError: sayFailed,
  })
}

function DocumentRow({ document }: { document: Document }) {
  const { t } = useTranslation('documents')
  const { ingestion } = document
  return (
    <Row
      icon={<FileText aria-hidden="true" />}
      title={document.title}
      to={`/documents/${document.id}`}
      end={
        <p className={styles.facts}>
          <span className={styles.badges}>
            {(ingestion === 'pending' || ingestion === 'failed') && (
              <span className={styles[ingestion]}>{t(`${ingestion}.badge`)}</span>
            )}
            <span className={styles[document.status]}>{t(`status.${document.status}`)}</span>
          </span>
          <span>{t('changed', { when: ago(document.updatedAt) })}</span>
        </p>
      }
    >
      <Content document={document} />
    </Row>
  )
}

function Content({ document: { content, fileId, ingestion, ingestionError } }: { document: Document }) {
  const { t } = useTranslation('documents')
  if (ingestion === 'failed' && ingestionError !== null) {
    return (
      <p className={styles.why} lang="en">
        {ingestionError}
      </p>
    )
  }
  const text = excerpt(content)
  const none = fileId !== null && ingestion === 'pending' ? t('pending.reading') : t('blank')
  return <p className={styles.excerpt}>{text === '' ? none : text}</p>
}
