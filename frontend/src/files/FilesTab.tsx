import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, File as FileIcon, FileText, Film, Link2, Music, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer } from '../api/client'
import { useApi } from '../api/context'
import { size } from '../i18n/format'
import { useThisProject } from '../projects/ProjectPage'
import { IconButton } from '../ui/Button'
import { Confirm } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import { Menu, MenuItem } from '../ui/Menu'
import { sayDone, sayProblem } from '../ui/toasts'
import { DropArea } from './DropArea'
import { fileKeys, useFiles, type StoredFile } from './files'
import styles from './FilesTab.module.css'
import { UploadList } from './UploadList'
import { useUploads } from './uploads-context'

export function FilesTab() {
  const { t } = useTranslation('files')
  const project = useThisProject()
  const files = useFiles(project.id)
  const { uploads, here } = useUploads('files', project.id)
  return (
    <>
      <DropArea
        title={t('drop')}
        hint={t('dropHint')}
        choose={t('choose')}
        onFiles={chosen => uploads.add(project.id, chosen)}
      />
      {here.length > 0 && (
        <UploadList projectId={project.id} uploads={uploads} here={here} summary={count => t('summary', { count })} />
      )}
      <Listing query={files} empty={<Empty seed="files-1" title={t('empty.title')} text={t('empty.text')} />}>
        {items => (
          <ul className={styles.wall}>
            {items.map(file => (
              <Card key={file.id} file={file} />
            ))}
          </ul>
        )}
      </Listing>
    </>
  )
}

function Card({ file }: { file: StoredFile }) {
  const { t } = useTranslation('files')
  return (
    <li className={styles.card}>
      <a href={file.url} target="_blank" rel="noreferrer" aria-label={t('open', { name: file.fileName })}>
        {file.thumbnailUrl === null ? (
          <Kind contentType={file.contentType} />
        ) : (
          <img src={file.thumbnailUrl} alt="" loading="lazy" />
        )}
      </a>
      <div className={styles.text}>
        <h2 title={file.fileName}>{file.fileName}</h2>
        <p>{file.size !== null && size(file.size)}</p>
      </div>
      <FileMenu file={file} />
    </li>
  )
}

function Kind({ contentType }: { contentType: string }) {
  if (contentType.startsWith('video/')) return <Film aria-hidden="true" />
  if (contentType.startsWith('audio/')) return <Music aria-hidden="true" />
  if (/^text\/|pdf|word/.test(contentType)) return <FileText aria-hidden="true" />
  return <FileIcon aria-hidden="true" />
}

function FileMenu({ file }: { file: StoredFile }) {
  const { t } = useTranslation('files')
  const { id, fileName: name, projectId, url } = file
  const api = useApi()
  const queries = useQueryClient()
  const [deleting, setDeleting] = useState(false)
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/files/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setDeleting(false)
      sayDone(t('delete.done', { name }))
      await queries.invalidateQueries({ queryKey: fileKeys.list(projectId) })
    },
  })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      sayDone(t('copied'))
    } catch {
      sayProblem(t('copyFailed', { url }))
    }
  }
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('actions', { ns: 'common', name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => void copy()}>
          {t('copy')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setDeleting(true)}>
          {t('delete.action')}
        </MenuItem>
      </Menu>
      <Confirm
        open={deleting}
        title={t('delete.title', { name })}
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
