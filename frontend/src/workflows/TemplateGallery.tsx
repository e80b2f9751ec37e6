import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { versioned } from '../api/client'
import { useApi } from '../api/context'
import { useIdempotencyKey } from '../api/idempotency'
import type { Language } from '../i18n/languages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Loading } from '../ui/Loading'
import { Failure } from '../ui/Notice'
import { sayDone } from '../ui/toasts'
import { graphOf } from './graph'
import { NodeIcon } from './NodeIcon'
import styles from './TemplateGallery.module.css'
import { useTemplates, workflowKeys, type Template } from './workflows'

interface GalleryProps {
  projectId: string
  open: boolean
  onClose: () => void
}

/** The workflows to begin with, each with what it does and which steps it has. */
export function TemplateGallery({ projectId, open, onClose }: GalleryProps) {
  const { t } = useTranslation('workflows')
  return (
    <Dialog title={t('gallery.title')} open={open} onClose={onClose} wide>
      <Templates projectId={projectId} />
    </Dialog>
  )
}

function Templates({ projectId }: { projectId: string }) {
  const { i18n } = useTranslation('workflows')
  const language = i18n.language as Language
  const templates = useTemplates(language)
  const use = useTemplate(projectId, language)
  if (templates.isPending) return <Loading />
  return (
    <>
      {templates.isError && <Failure error={templates.error} onRetry={() => void templates.refetch()} />}
      {use.isError && <Failure error={use.error} />}
      <ul className={styles.gallery}>
        {templates.data?.items.map(template => (
          <Card key={template.id} template={template} busy={use.isPending} onUse={() => use.mutate(template)} />
        ))}
      </ul>
    </>
  )
}

function useTemplate(projectId: string, language: Language) {
  const { t } = useTranslation('workflows')
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useIdempotencyKey()
  return useMutation({
    mutationFn: (template: Template) => {
      const body = { templateId: template.id }
      return versioned(
        api.POST('/api/v1/projects/{id}/workflows/from-template', {
          params: {
            path: { id: projectId },
            header: { 'Idempotency-Key': keyOf(body), 'Accept-Language': language },
          },
          body,
        }),
      )
    },
    onSuccess: async created => {
      sayDone(t('gallery.created', { name: created.value.name }))
      void queries.invalidateQueries({ queryKey: workflowKeys.list(projectId) })
      await navigate(`/workflows/${created.value.id}`)
    },
  })
}

function Card({ template, busy, onUse }: { template: Template; busy: boolean; onUse: () => void }) {
  const { t } = useTranslation('workflows')
  const { nodes } = graphOf(template.definition)
  return (
    <li className={styles.template}>
      <div className={styles.icons}>
        {nodes.map(node => (
          <NodeIcon key={node.id} type={node.type} />
        ))}
      </div>
      <h3>{template.name}</h3>
      <p>{template.description}</p>
      <Button small busy={busy} aria-label={t('gallery.useNamed', { name: template.name })} onClick={onUse}>
        {t('gallery.use')}
      </Button>
    </li>
  )
}
