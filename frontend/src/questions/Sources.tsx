import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addressOf } from '../documents/place'
import { Whereabouts } from '../search/Whereabouts'
import type { Citation } from './ask'
import styles from './QuestionsTab.module.css'

/** What an answer rests on, in the words of the documents. */
export function Sources({ citations }: { citations: Citation[] }) {
  const { t } = useTranslation('questions')
  return (
    <section className={styles.sources} aria-label={t('sources')}>
      <h3>{t('sources')}</h3>
      <ul>
        {citations.map(({ number, documentId, title, location, quote }) => (
          <li key={number}>
            <span className={styles.number} aria-hidden="true">
              {number}
            </span>
            <div>
              <h4>
                <Link to={addressOf(documentId, location, quote)}>{title}</Link>
              </h4>
              <Whereabouts location={location} />
              <blockquote>{quote}</blockquote>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
