import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/context'
import { Button } from '../ui/Button'
import { Dialog, dialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import form from '../ui/Form.module.css'
import { Failure } from '../ui/Notice'
import { sayDone } from '../ui/toasts'
import { loadWorkflow, storeOf, workflowKeys, type Workflow } from './workflows'

interface RenameDialogProps {
  workflow: Workflow
  open: boolean
  onClose: () => void
}

export function RenameDialog({ workflow, open, onClose }: RenameDialogProps) {
  const { t } = useTranslation('workflows')
  return (
    <Dialog title={t('rename.title')} open={open} onClose={onClose}>
      <RenameForm workflow={workflow} onClose={onClose} />
    </Dialog>
  )
}

function RenameForm({ workflow, onClose }: Omit<RenameDialogProps, 'open'>) {
  const { t } = useTranslation('workflows')
  const api = useApi()
  const queries = useQueryClient()
  const [name, setName] = useState(workflow.name)
  const save = useMutation({
    // Only the name is to change: the rest is taken as it is now, not as the list has it.
    mutationFn: async () => {
      const loaded = await loadWorkflow(api, workflow.id)
      return storeOf(api, loaded, () => undefined).save({ title: name.trim() }, loaded.etag)
    },
    onSuccess: async () => {
      onClose()
      sayDone(t('rename.done'))
      await queries.invalidateQueries({ queryKey: workflowKeys.list(workflow.projectId) })
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
      {save.isError && <Failure error={save.error} />}
      <footer className={dialogActions}>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save', { ns: 'common' })}
        </Button>
      </footer>
    </form>
  )
}
