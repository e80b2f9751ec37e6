import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { speak } from '../i18n/i18n'
import { LANGUAGES, type Language } from '../i18n/languages'
import { Cover } from '../ui/Cover'
import { Logo } from '../ui/Logo'
import { useTitle } from '../ui/title'
import styles from './Welcome.module.css'

/** What is around the pages of those who are not signed in. */
export function Welcome({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('account')
  useTitle(title)
  return (
    <div className={styles.welcome}>
      <aside className={styles.wall}>
        <Cover seed="atelier-wall-3" columns={4} rows={6} className={styles.art} />
        <div className={styles.pitch}>
          <p className={styles.tagline}>{t('tagline')}</p>
          <p>{t('pitch')}</p>
        </div>
      </aside>
      <main className={styles.side}>
        <header className={styles.top}>
          <Logo />
          <span className="visually-hidden">Atelier</span>
          <div className={styles.languages}>
            {Object.entries(LANGUAGES).map(([language, name]) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-label={`${language.slice(0, 2).toUpperCase()}, ${name}`}
                aria-pressed={i18n.language === language}
                onClick={() => void speak(language as Language)}
              >
                {language.slice(0, 2).toUpperCase()}
              </button>
            ))}
          </div>
        </header>
        <div className={styles.form}>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}

export const formClass = styles.fields
export const linksClass = styles.links
