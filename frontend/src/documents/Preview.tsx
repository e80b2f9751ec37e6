import { use } from 'react'
import { useTranslation } from 'react-i18next'
import Markdown, { type Components } from 'react-markdown'
import gfm from 'remark-gfm'
import { ConfigContext } from '../config/context'
import { marking } from './marking'
import type { Range } from './place'
import styles from './Preview.module.css'

/** What a text looks like. HTML in it is shown as text; pictures only from our own storage, as the policy of the page wants it. */
export function Preview({ markdown, marked }: { markdown: string; marked?: Range | undefined }) {
  const { t } = useTranslation('documents')
  const config = use(ConfigContext)
  const ours = (address: string) =>
    URL.canParse(address) && (config?.storageOrigins.includes(new URL(address).origin) ?? false)
  const components: Components = {
    a: ({ href, children }) => (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    ),
    img: ({ src, alt }) =>
      typeof src === 'string' && ours(src) ? (
        <img src={src} alt={alt ?? ''} loading="lazy" />
      ) : (
        <Elsewhere address={src}>{alt}</Elsewhere>
      ),
  }
  return (
    <article className={styles.preview} aria-label={t('preview')}>
      {markdown.trim() === '' ? (
        <p className={styles.nothing}>{t('nothing')}</p>
      ) : (
        <Markdown remarkPlugins={[gfm]} rehypePlugins={marked ? [marking(marked)] : []} components={components}>
          {markdown}
        </Markdown>
      )}
    </article>
  )
}

/** A picture that is not ours: where it is, instead of what it shows. */
function Elsewhere({ address, children }: { address: unknown; children: string | undefined }) {
  if (typeof address !== 'string') return children
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children === undefined || children === '' ? address : children}
    </a>
  )
}
