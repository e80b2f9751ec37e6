import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation, useNavigate, useOutletContext, useParams } from 'react-router'
import { answer, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import { ApiError } from '../api/problem'
import { NotFound } from '../app/NotFound'
import { IconButton } from '../ui/Button'
import { Cover } from '../ui/Cover'
import { Confirm } from '../ui/Dialog'
import { Loading } from '../ui/Loading'
import { Menu, MenuItem } from '../ui/Menu'
import { Failure } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { useTitle } from '../ui/title'
import { sayDone } from '../ui/toasts'
import { ProjectDialog } from './ProjectDialog'
import { projectKeys, useProject, type Project } from './projects'
import styles from './ProjectPage.module.css'

/** The project that a tab stands on. */
export function useThisProject(): Project {
  return useOutletContext<Project>()
}

export function ProjectPage() {
  const { projectId = '' } = useParams()
  const project = useProject(projectId)
  if (project.isPending) return <Loading page />
  if (project.isError && project.error instanceof ApiError && project.error.code === 'not_found') return <NotFound />
  if (!project.data) {
    return (
      <div className={page.page}>
        <Failure error={project.error} onRetry={() => void project.refetch()} />
      </div>
    )
  }
  return <Loaded project={project.data} />
}

function Loaded({ project }: { project: Versioned<Project> }) {
  const { t } = useTranslation('projects')
  const { id, name, description } = project.value
  useTitle(name)
  const tabs = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    // On a phone not all of them have a place beside each other.
    const here = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (tabs.current && here) tabs.current.scrollLeft = here.offsetLeft - tabs.current.offsetLeft
  }, [pathname])
  return (
    <>
      <Cover seed={id} columns={16} rows={2} className={styles.band} />
      <div className={page.page}>
        <header className={styles.header}>
          <h1>{name}</h1>
          <ProjectMenu project={project} />
          {description !== '' && <p className={styles.description}>{description}</p>}
        </header>
        <nav ref={tabs} aria-label={t('sections')} className={styles.tabs}>
          <NavLink to={`/projects/${id}`} end>
            {t('documents')}
          </NavLink>
          <NavLink to={`/projects/${id}/files`}>{t('files')}</NavLink>
          <NavLink to={`/projects/${id}/workflows`}>{t('workflows')}</NavLink>
          <NavLink to={`/projects/${id}/search`}>{t('search')}</NavLink>
          <NavLink to={`/projects/${id}/questions`}>{t('questions')}</NavLink>
        </nav>
        <Outlet context={project.value} />
      </div>
    </>
  )
}

function ProjectMenu({ project }: { project: Versioned<Project> }) {
  const { t } = useTranslation('projects')
  const { id, name } = project.value
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'edit' | 'delete'>()
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/projects/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      sayDone(t('delete.done', { name }))
      await navigate('/', { replace: true })
      queries.removeQueries({ queryKey: projectKeys.one(id) })
      await queries.invalidateQueries({ queryKey: projectKeys.list })
    },
  })
  const done = () => setAsked(undefined)
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('actions', { ns: 'common', name })} look="plain">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<PencilLine aria-hidden="true" />} onSelect={() => setAsked('edit')}>
          {t('edit')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setAsked('delete')}>
          {t('delete.action')}
        </MenuItem>
      </Menu>
      <ProjectDialog
        project={project}
        open={asked === 'edit'}
        onClose={done}
        onSaved={() => {
          done()
          sayDone(t('updated'))
        }}
      />
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
