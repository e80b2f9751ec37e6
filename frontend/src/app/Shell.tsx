import { ChartColumn, LayoutGrid, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet } from 'react-router'
import { useMe } from '../account/me'
import { Logo } from '../ui/Logo'
import styles from './Shell.module.css'

/** What is around every page of the signed-in. */
export function Shell() {
  const { t } = useTranslation()
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link to="/" aria-label={t('home')} className={styles.logo}>
          <Logo />
        </Link>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <NavLink to="/" end>
            <LayoutGrid aria-hidden="true" />
            {t('nav.projects')}
          </NavLink>
          <NavLink to="/usage">
            <ChartColumn aria-hidden="true" />
            {t('nav.usage')}
          </NavLink>
          <Account />
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  )
}

function Account() {
  const { t } = useTranslation()
  const me = useMe()
  const initial = (me.data?.value.fullName.trim() ?? '').charAt(0).toUpperCase()
  return (
    <NavLink to="/account" className={styles.avatar ?? ''} aria-label={t('nav.profile')} title={t('nav.profile')}>
      {initial === '' ? <User aria-hidden="true" /> : <span aria-hidden="true">{initial}</span>}
    </NavLink>
  )
}
