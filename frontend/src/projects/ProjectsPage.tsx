import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useMe } from '../account/me'
import { ago } from '../i18n/format'
import { Button } from '../ui/Button'
import { Cover } from '../ui/Cover'
import { Empty } from '../ui/Empty'
import { Listing } from '../ui/Listing'
import page from '../ui/Page.module.css'
import { useTitle } from '../ui/title'
import { sayDone } from '../ui/toasts'
import { useProjects, type Project } from './projects'
import styles from './ProjectsPage.module.css'

const ProjectDialog = lazy(async () => ({ default: (await import('./ProjectDialog')).ProjectDialog }))

export function ProjectsPage() {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const me = useMe()
  const projects = useProjects()
  const [creating, setCreating] = useState(false)
  useTitle(t('title'))
  const name = me.data?.value.fullName.trim().split(/\s/)[0] ?? ''
  const create = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t('new')}
    </Button>
  )
  return (
    <div className={page.page}>
      <header className={page.heading}>
        <div>
          <p className={styles.greeting}>{name === '' ? t('greetingPlain') : t('greeting', { name })}</p>
          <h1>{t('title')}</h1>
        </div>
        {create}
      </header>
      <Listing query={projects} empty={<Empty seed="projects" title={t('empty.title')} text={t('empty.text')} />}>
        {items => (
          <ul className={styles.wall}>
            {items.map(project => (
              <Card key={project.id} project={project} />
            ))}
          </ul>
        )}
      </Listing>
      {creating && (
        <Suspense>
          <ProjectDialog
            open={creating}
            onClose={() => setCreating(false)}
            onSaved={project => {
              sayDone(t('created', { name: project.name }))
              void navigate(`/projects/${project.id}`)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function Card({ project }: { project: Project }) {
  const { t } = useTranslation('projects')
  return (
    <li className={styles.card}>
      <Cover seed={project.id} className={styles.cover} />
      <div className={styles.text}>
        <h2>
          <Link to={`/projects/${project.id}`}>{project.name}</Link>
        </h2>
        {project.description !== '' && <p className={styles.description}>{project.description}</p>}
        <p className={styles.when}>{t('changed', { when: ago(project.updatedAt) })}</p>
      </div>
    </li>
  )
}
