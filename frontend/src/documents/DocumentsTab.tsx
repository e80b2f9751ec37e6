import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { versioned } from '../api/client'
import { useApi } from '../api/context'
import { newKey } from '../api/idempotency'
import { ago } from '../i18n/format'
import { useThisProject } from '../projects/ProjectPage'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import { Bar, Row, Rows } from '../ui/Rows'
import { sayFailed } from '../ui/toasts'
import { documentKeys, useDocuments, type Document } from './documents'
import styles from './DocumentsTab.module.css'
import { excerpt } from './excerpt'

export function DocumentsTab() {
  const { t } = useTranslation('documents')
  const project = useThisProject()
  const documents = useDocuments(project.id)
  const create = useCreateDocument(project.id)
  return (
    <>
      <Bar>
        <Button look="primary" busy={create.isPending} onClick={() => create.mutate()}>
          <Plus aria-hidden="true" />
          {t('new')}
        </Button>
      </Bar>
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
  const text = excerpt(document.content)
  return (
    <Row
      icon={<FileText aria-hidden="true" />}
      title={document.title}
      to={`/documents/${document.id}`}
      end={
        <p className={styles.facts}>
          <span className={styles[document.status]}>{t(`status.${document.status}`)}</span>
          <span>{t('changed', { when: ago(document.updatedAt) })}</span>
        </p>
      }
    >
      <p className={styles.excerpt}>{text === '' ? t('blank') : text}</p>
    </Row>
  )
}
