import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { versioned, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import { useIdempotencyKey } from '../api/idempotency'
import { Button } from '../ui/Button'
import { Dialog, dialogActions } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import form from '../ui/Form.module.css'
import { Failure } from '../ui/Notice'
import { projectKeys, type Project } from './projects'

interface ProjectDialogProps {
  /** The one to change; nothing for a new one. */
  project?: Versioned<Project>
  open: boolean
  onClose: () => void
  onSaved: (project: Project) => void
}

export function ProjectDialog({ project, open, onClose, onSaved }: ProjectDialogProps) {
  const { t } = useTranslation('projects')
  return (
    <Dialog title={project ? t('editTitle') : t('new')} open={open} onClose={onClose}>
      <ProjectForm project={project} onClose={onClose} onSaved={onSaved} />
    </Dialog>
  )
}

type ProjectFormProps = Omit<ProjectDialogProps, 'open' | 'project'> & { project: Versioned<Project> | undefined }

function ProjectForm({ project, onClose, onSaved }: ProjectFormProps) {
  const { t } = useTranslation('projects')
  const api = useApi()
  const queries = useQueryClient()
  const [name, setName] = useState(project?.value.name ?? '')
  const [description, setDescription] = useState(project?.value.description ?? '')
  const keyOf = useIdempotencyKey()
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), description }
      return versioned(
        project
          ? api.PATCH('/api/v1/projects/{id}', {
              params: { path: { id: project.value.id }, header: { 'If-Match': project.etag } },
              body,
            })
          : api.POST('/api/v1/projects', { params: { header: { 'Idempotency-Key': keyOf(body) } }, body }),
      )
    },
    onSuccess: async saved => {
      queries.setQueryData(projectKeys.one(saved.value.id), saved)
      onSaved(saved.value)
      await queries.invalidateQueries({ queryKey: projectKeys.list })
    },
  })
  return (
    <form
      className={form.form}
      onSubmit={event => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextField
        label={t('name')}
        name="name"
        required
        pattern=".*\S.*"
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextArea
        label={`${t('description')} (${t('optional', { ns: 'common' })})`}
        hint={t('descriptionHint')}
        name="description"
        maxLength={2000}
        value={description}
        onChange={event => setDescription(event.target.value)}
      />
      {save.isError && <Failure error={save.error} />}
      <footer className={dialogActions}>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button type="submit" look="primary" busy={save.isPending}>
          {project ? t('save', { ns: 'common' }) : t('create')}
        </Button>
      </footer>
    </form>
  )
}
