import { useTranslation } from 'react-i18next'
import Markdown, { type Components } from 'react-markdown'
import { Link } from 'react-router'
import remarkGfm from 'remark-gfm'
import { addressOf } from '../documents/place'
import type { Citation } from './ask'
import styles from './QuestionsTab.module.css'

const SOURCE = '#source-'

/**
 * An answer whose numbers lead to what they cite. Other links, and pictures, are not followed: documents may hold text
 * that has a model write them, with anything in their address.
 */
export function AnswerText({ text, citations }: { text: string; citations: Citation[] }) {
  const { t } = useTranslation('questions')
  const cited = new Map(citations.map(citation => [String(citation.number), citation]))
  const linked = text.replace(/\[(\d{1,3})\](?!\()/g, (whole, number: string) =>
    cited.has(number) ? `[${number}](${SOURCE}${number})` : whole,
  )
  const components: Components = {
    a: ({ href = '', children }) => {
      const citation = href.startsWith(SOURCE) ? cited.get(href.slice(SOURCE.length)) : undefined
      if (!citation) return children
      const { number, title, documentId, location, quote } = citation
      return (
        <Link
          to={addressOf(documentId, location, quote)}
          className={styles.number}
          aria-label={t('source', { number: String(number), title })}
          title={title}
        >
          {number}
        </Link>
      )
    },
    img: ({ alt }) => alt,
  }
  return (
    <div className={styles.answer}>
      <Markdown remarkPlugins={[remarkGfm]} components={components}>
        {linked}
      </Markdown>
    </div>
  )
}
