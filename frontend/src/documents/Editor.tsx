import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import type { Versioned } from '../api/client'
import { useApi } from '../api/context'
import { useIdentity } from '../auth/session'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { useTitle } from '../ui/title'
import { AtPlace, PlaceNote, PlainText } from './AtPlace'
import { Autosave, type Text } from './autosave'
import { Conflict } from './Conflict'
import { documentKeys, storeOf, type Document } from './documents'
import { draftsOf } from './drafts'
import styles from './Editor.module.css'
import { FormatBar } from './FormatBar'
import { find, placeIn } from './place'
import { SaveLine } from './SaveLine'

const Preview = lazy(async () => ({ default: (await import('./Preview')).Preview }))

const VIEWS = ['write', 'both', 'preview'] as const
type View = (typeof VIEWS)[number]

interface EditorProps {
  loaded: Versioned<Document>
  children: (state: { title: string; editable: boolean }) => ReactNode
}

export function Editor({ loaded, children }: EditorProps) {
  const { t } = useTranslation('documents')
  const autosave = useAutosave(loaded)
  const state = useSyncExternalStore(autosave.subscribe, autosave.snapshot)
  const [text, setText] = useState(autosave.current())
  const [query] = useSearchParams()
  const place = useMemo(() => placeIn(query), [query])
  const marked = useMemo(() => place && find(text.content, place), [place, text.content])
  const [view, setView] = useState<View>(place ? 'preview' : 'write')
  const area = useRef<HTMLTextAreaElement>(null)
  const { state: arrival } = useLocation() as { state: { fresh?: boolean } | null }
  useTitle(text.title)

  const change = (part: Partial<Text>) => {
    autosave.change(part)
    setText(autosave.current())
  }
  const selectWhenFresh = (input: HTMLInputElement | null) => {
    if (arrival?.fresh && input?.value === loaded.value.title) input.select()
  }
  const gone = state.status === 'gone'
  return (
    <div className={styles.editor}>
      <h1 className="visually-hidden">{text.title}</h1>
      <header className={styles.header}>
        {children({ title: text.title, editable: !gone })}
        <SaveLine state={state} words={text.content.split(/\s+/).filter(Boolean).length} />
      </header>
      {autosave.restored && state.status !== 'conflict' && <Notice>{t('restored')}</Notice>}
      {place && <PlaceNote document={loaded.value} place={place} found={marked !== undefined} />}
      {gone && <Notice kind="bad">{t('conflict.gone')}</Notice>}
      {state.status === 'conflict' && (
        <Conflict
          mine={text}
          theirs={state.theirs.value}
          onKeepMine={() => void autosave.keepMine()}
          onTakeTheirs={() => {
            autosave.takeTheirs()
            setText(autosave.current())
          }}
        />
      )}
      <input
        ref={selectWhenFresh}
        className={styles.title}
        aria-label={t('title')}
        aria-invalid={state.status === 'blank' || undefined}
        maxLength={300}
        value={text.title}
        onChange={event => change({ title: event.target.value })}
        onBlur={() => void autosave.flush()}
      />
      <div className={styles.tools}>
        <FormatBar area={area} onChange={content => change({ content })} disabled={view === 'preview'} />
        <div role="group" aria-label={t('view')} className={styles.views}>
          {VIEWS.map(name => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
              {t(name)}
            </button>
          ))}
        </div>
      </div>
      <div className={styles.sheet} data-view={view}>
        {view !== 'preview' && (
          <textarea
            ref={area}
            className={styles.text}
            aria-label={t('text')}
            placeholder={t('placeholder')}
            maxLength={1_000_000}
            value={text.content}
            onChange={event => change({ content: event.target.value })}
            onBlur={() => void autosave.flush()}
          />
        )}
        {view !== 'write' && (
          <Suspense fallback={<Loading />}>
            {place === undefined ? (
              <Preview markdown={text.content} />
            ) : (
              <AtPlace key={query.toString()}>
                {loaded.value.mediaType === 'markdown' ? (
                  <Preview markdown={text.content} marked={marked} />
                ) : (
                  <PlainText text={text.content} marked={marked} />
                )}
              </AtPlace>
            )}
          </Suspense>
        )}
      </div>
    </div>
  )
}

function useAutosave(loaded: Versioned<Document>): Autosave {
  const api = useApi()
  const queries = useQueryClient()
  const user = useIdentity()
  const [autosave] = useState(() => {
    const { id, projectId } = loaded.value
    const store = storeOf(api, id, () => void queries.invalidateQueries({ queryKey: documentKeys.list(projectId) }))
    return new Autosave(id, store, draftsOf(user.id), loaded)
  })
  useEffect(() => {
    const saveNow = () => void autosave.flush()
    const saveWhenHidden = () => {
      if (document.visibilityState === 'hidden') saveNow()
    }
    window.addEventListener('online', saveNow)
    document.addEventListener('visibilitychange', saveWhenHidden)
    return () => {
      window.removeEventListener('online', saveNow)
      document.removeEventListener('visibilitychange', saveWhenHidden)
      saveNow()
    }
  }, [autosave])
  return autosave
}
