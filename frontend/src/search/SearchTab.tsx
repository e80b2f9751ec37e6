import { Search as SearchIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { addressOf as placeOf } from '../documents/place'
import { useThisProject } from '../projects/ProjectPage'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { TextField } from '../ui/Field'
import { Loading } from '../ui/Loading'
import { Failure } from '../ui/Notice'
import pageStyles from '../ui/Page.module.css'
import rows from '../ui/Rows.module.css'
import { excerptOf, wordsOf } from './highlight'
import { Preparing } from './Preparing'
import {
  addressOf,
  LIMITS,
  MODES,
  QUERY_MAX,
  useSearch,
  wantedIn,
  type Mode,
  type Passage,
  type Wanted,
} from './search'
import styles from './SearchTab.module.css'
import { Whereabouts } from './Whereabouts'

export function SearchTab() {
  const project = useThisProject()
  const [address, setAddress] = useSearchParams()
  const wanted = wantedIn(address)
  const look = (next: Partial<Wanted>, replace = false) => setAddress(addressOf({ ...wanted, ...next }), { replace })
  return (
    <>
      <SearchForm
        wanted={wanted}
        onSearch={query => look({ query, limit: LIMITS[0] })}
        onMode={mode => look({ mode, limit: LIMITS[0] })}
      />
      <Found projectId={project.id} wanted={wanted} onMore={limit => look({ limit }, true)} />
    </>
  )
}

interface SearchFormProps {
  wanted: Wanted
  onSearch: (query: string) => void
  onMode: (mode: Mode) => void
}

function SearchForm({ wanted, onSearch, onMode }: SearchFormProps) {
  const { t } = useTranslation('search')
  const [query, setQuery] = useEdited(wanted.query)
  const [mode, setMode] = useEdited(wanted.mode) // the address follows a moment later, and a click is to be seen at once
  const group = useId()
  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (query.trim() !== '') onSearch(query.trim())
      }}
    >
      <div className={styles.line}>
        <TextField
          label={t('label')}
          type="search"
          enterKeyHint="search"
          required
          maxLength={QUERY_MAX}
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <Button type="submit" look="primary">
          <SearchIcon aria-hidden="true" />
          {t('action')}
        </Button>
      </div>
      <fieldset className={styles.modes}>
        <legend>{t('by')}</legend>
        {MODES.map(one => (
          <label key={one} title={t(`hint.${one}`)}>
            <input
              type="radio"
              name={group}
              checked={mode === one}
              onChange={() => {
                setMode(one)
                onMode(one)
              }}
            />
            <span>{t(`mode.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.hint}>{t(`hint.${mode}`)}</p>
    </form>
  )
}

/** What is being edited, beginning with a value of the address, which by going back, say, changes without the form. */
function useEdited<T>(value: T) {
  const [edited, setEdited] = useState(value)
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    setEdited(value)
  }
  return [edited, setEdited] as const
}

interface FoundProps {
  projectId: string
  wanted: Wanted
  onMore: (limit: number) => void
}

function Found({ projectId, wanted, onMore }: FoundProps) {
  const { t } = useTranslation('search')
  const search = useSearch(projectId, wanted)
  if (wanted.query === '') return <Empty seed="search" title={t('begin.title')} text={t('begin.text')} />
  if (search.isPending) return <Loading />
  if (search.isError) return <Failure error={search.error} onRetry={() => void search.refetch()} />
  const passages = search.data
  const next = LIMITS.find(limit => limit > wanted.limit)
  const more = passages.length >= wanted.limit && next !== undefined
  return (
    <>
      <p role="status" className={styles.count}>
        {t('found', { count: passages.length })}
      </p>
      {passages.length === 0 ? (
        <>
          <Preparing projectId={projectId} />
          <Empty seed="search-nothing" title={t('nothing.title')} text={t(`nothing.${wanted.mode}`)} />
        </>
      ) : (
        <Passages passages={passages} query={wanted.query} />
      )}
      {(more || search.isPlaceholderData) && (
        <Button className={pageStyles.more} busy={search.isFetching} onClick={() => onMore(next ?? wanted.limit)}>
          {t('more', { ns: 'common' })}
        </Button>
      )}
      {passages.length >= (LIMITS.at(-1) ?? 0) && <p className={styles.hint}>{t('atMost')}</p>}
    </>
  )
}

function Passages({ passages, query }: { passages: Passage[]; query: string }) {
  const words = wordsOf(query)
  return (
    <ol className={rows.rows}>
      {passages.map(passage => (
        <li key={`${passage.documentId} ${passage.location.start}`} className={`${rows.item} ${styles.passage}`}>
          <h2>
            <Link className={rows.whole} to={placeOf(passage.documentId, passage.location, passage.content)}>
              {passage.title}
            </Link>
          </h2>
          <Whereabouts location={passage.location} />
          <p className={styles.text}>
            {excerptOf(passage.content.replace(/\s*\n\s*/g, '\n'), words).map((piece, index) =>
              piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
