import { useTranslation } from 'react-i18next'
import styles from './Loading.module.css'

/** Appears only after a moment, so that what is quick does not flicker. */
export function Loading({ page = false }: { page?: boolean }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={[styles.loading, page && styles.page].filter(Boolean).join(' ')}>
      <span className={styles.shapes} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  )
}
