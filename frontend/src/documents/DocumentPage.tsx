import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { answer, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import { ApiError } from '../api/problem'
import { NotFound } from '../app/NotFound'
import { useIdentity } from '../auth/session'
import { IconButton } from '../ui/Button'
import { Confirm } from '../ui/Dialog'
import { Loading } from '../ui/Loading'
import { Menu, MenuItem } from '../ui/Menu'
import { Failure } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { sayDone } from '../ui/toasts'
import { documentKeys, isReadFromFile, loadDocument, lookAgain, type Document } from './documents'
import styles from './DocumentPage.module.css'
import { draftsOf } from './drafts'
import { Editor } from './Editor'
import { FileDocument } from './FileDocument'

export function DocumentPage() {
  const { documentId = '' } = useParams()
  const api = useApi()
  const document = useQuery({
    queryKey: documentKeys.one(documentId),
    queryFn: ({ signal }) => loadDocument(api, documentId, signal),
    // The editor knows better what is there than an answer that comes while somebody writes.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => state.data !== undefined && lookAgain(state.data.value),
  })
  if (document.isPending) return <Loading page />
  if (document.isError && document.error instanceof ApiError && document.error.code === 'not_found') return <NotFound />
  if (!document.data) {
    return (
      <div className={page.page}>
        <Failure error={document.error} onRetry={() => void document.refetch()} />
      </div>
    )
  }
  if (isReadFromFile(document.data.value)) return <LoadedFromFile document={document.data} />
  if (document.isFetching) return <Loading page />
  return <Loaded key={documentId} document={document.data} />
}

function LoadedFromFile({ document }: { document: Versioned<Document> }) {
  const { id, projectId, title } = document.value
  return (
    <FileDocument key={id} loaded={document}>
      <Way document={document.value} />
      <DocumentMenu id={id} projectId={projectId} title={title} />
    </FileDocument>
  )
}

/** Back to the list, and to the file when there is one. */
function Way({ document: { projectId, fileUrl } }: { document: Document }) {
  const { t } = useTranslation('documents')
  return (
    <>
      <Link to={`/projects/${projectId}`} className={styles.back}>
        <ArrowLeft aria-hidden="true" />
        {t('back')}
      </Link>
      {fileUrl !== null && (
        <a href={fileUrl} target="_blank" rel="noreferrer">
          {t('openFile')}
        </a>
      )}
    </>
  )
}

function Loaded({ document }: { document: Versioned<Document> }) {
  return (
    <Editor loaded={document}>
      {({ title, editable }) => (
        <>
          <Way document={document.value} />
          {editable && <DocumentMenu id={document.value.id} projectId={document.value.projectId} title={title} />}
        </>
      )}
    </Editor>
  )
}

function DocumentMenu({ id, projectId, title }: { id: string; projectId: string; title: string }) {
  const { t } = useTranslation('documents')
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const user = useIdentity()
  const [deleting, setDeleting] = useState(false)
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/documents/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      draftsOf(user.id).forget(id)
      sayDone(t('delete.done', { name: title }))
      void queries.invalidateQueries({ queryKey: documentKeys.list(projectId) })
      await navigate(`/projects/${projectId}`, { replace: true })
    },
  })
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('actions', { ns: 'common', name: title })} look="plain">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setDeleting(true)}>
          {t('delete.action')}
        </MenuItem>
      </Menu>
      <Confirm
        open={deleting}
        title={t('delete.title', { name: title })}
        text={t('delete.text')}
        action={t('delete.action')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setDeleting(false)}
      />
    </>
  )
}
