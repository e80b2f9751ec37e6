import { useTranslation } from 'react-i18next'
import type { Location } from '../documents/place'
import styles from './SearchTab.module.css'

/** On which page, and below which headings, as far as the document has any. */
export function Whereabouts({ location: { page, heading } }: { location: Location }) {
  const { t } = useTranslation('search')
  const facts = [page === null ? '' : t('page', { page: String(page) }), heading ?? ''].filter(fact => fact !== '')
  return facts.length > 0 && <p className={styles.where}>{facts.join(' · ')}</p>
}
