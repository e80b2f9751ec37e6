import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, LayoutTemplate, PencilLine, Plus, Trash2, Workflow as WorkflowIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { answer, versioned } from '../api/client'
import { useApi } from '../api/context'
import { newKey } from '../api/idempotency'
import { ago } from '../i18n/format'
import { useThisProject } from '../projects/ProjectPage'
import { Button, IconButton } from '../ui/Button'
import { Confirm } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import { Menu, MenuItem } from '../ui/Menu'
import { Bar, Row, Rows } from '../ui/Rows'
import { sayDone, sayFailed } from '../ui/toasts'
import { graphOf } from './graph'
import { RenameDialog } from './RenameDialog'
import { TemplateGallery } from './TemplateGallery'
import { useWorkflows, workflowKeys, type Workflow } from './workflows'
import styles from './WorkflowsTab.module.css'

export function WorkflowsTab() {
  const { t } = useTranslation('workflows')
  const project = useThisProject()
  const workflows = useWorkflows(project.id)
  const create = useCreateWorkflow(project.id)
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Bar>
        <Button busy={create.isPending} onClick={() => create.mutate()}>
          <Plus aria-hidden="true" />
          {t('new')}
        </Button>
        <Button look="primary" onClick={() => setChoosing(true)}>
          <LayoutTemplate aria-hidden="true" />
          {t('fromTemplate')}
        </Button>
      </Bar>
      <Listing query={workflows} empty={<Empty seed="workflows" title={t('empty.title')} text={t('empty.text')} />}>
        {items => (
          <Rows>
            {items.map(workflow => (
              <WorkflowRow key={workflow.id} workflow={workflow} />
            ))}
          </Rows>
        )}
      </Listing>
      <TemplateGallery projectId={project.id} open={choosing} onClose={() => setChoosing(false)} />
    </>
  )
}

function useCreateWorkflow(projectId: string) {
  const { t } = useTranslation('workflows')
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: () =>
      versioned(
        api.POST('/api/v1/projects/{id}/workflows', {
          params: { path: { id: projectId }, header: { 'Idempotency-Key': key } },
          body: { name: t('untitled'), description: '', definition: { nodes: [], edges: [] } },
        }),
      ),
    onSuccess: async created => {
      setKey(newKey())
      void queries.invalidateQueries({ queryKey: workflowKeys.list(projectId) })
      await navigate(`/workflows/${created.value.id}`, { state: { fresh: true } })
    },
    onError: sayFailed,
  })
}

function WorkflowRow({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows')
  return (
    <Row
      icon={<WorkflowIcon aria-hidden="true" />}
      title={workflow.name}
      to={`/workflows/${workflow.id}`}
      end={<WorkflowMenu workflow={workflow} />}
    >
      <p className={styles.facts}>
        <span>{t('steps', { count: graphOf(workflow.definition).nodes.length })}</span>
        <span>{t('changed', { when: ago(workflow.updatedAt) })}</span>
      </p>
    </Row>
  )
}

function WorkflowMenu({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows')
  const { id, name, projectId } = workflow
  const api = useApi()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<'rename' | 'delete'>()
  const done = () => setAsked(undefined)
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/workflows/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      done()
      sayDone(t('delete.done', { name }))
      await queries.invalidateQueries({ queryKey: workflowKeys.list(projectId) })
    },
  })
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('actions', { ns: 'common', name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<PencilLine aria-hidden="true" />} onSelect={() => setAsked('rename')}>
          {t('rename.action')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setAsked('delete')}>
          {t('delete.action')}
        </MenuItem>
      </Menu>
      <RenameDialog workflow={workflow} open={asked === 'rename'} onClose={done} />
      <Confirm
        open={asked === 'delete'}
        title={t('delete.title', { name })}
        text={t('delete.text')}
        action={t('delete.action')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={done}
      />
    </>
  )
}
