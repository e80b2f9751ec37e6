import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, History as HistoryIcon, Play, Redo2, Save, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Versioned } from '../api/client'
import { useApi } from '../api/context'
import { messageOf } from '../api/problem'
import { useIdentity } from '../auth/session'
import { Autosave, type SaveState } from '../documents/autosave'
import { draftsOf } from '../documents/drafts'
import { Button, ButtonLink, IconButton } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useTitle } from '../ui/title'
import { Canvas, type Drawing } from './Canvas'
import { CheckList } from './CheckList'
import { add, connect, graphOf, move, nodeOf, remove, type Graph } from './graph'
import { begin, changed, type Change } from './history'
import { inputsOfGraph } from './inputs'
import { NODE_KINDS, type NodeKind } from './node-types'
import { NodePanel } from './NodePanel'
import { Palette } from './Palette'
import { StartDialog } from './StartDialog'
import type { Mark } from './StepNode'
import { StepOutline } from './StepOutline'
import { useView } from './useView'
import { ViewChoice } from './ViewChoice'
import styles from './WorkflowEditor.module.css'
import { storeOf, textOf, useCheck, workflowKeys, type Check, type Workflow } from './workflows'

export function WorkflowEditor({ loaded }: { loaded: Versioned<Workflow> }) {
  const { t } = useTranslation('workflows')
  const autosave = useAutosave(loaded)
  const state = useSyncExternalStore(autosave.subscribe, autosave.snapshot)
  const [name, setName] = useState(autosave.current().title)
  const [history, dispatch] = useReducer(changed, autosave.current().content, content =>
    begin(graphOf(JSON.parse(content))),
  )
  const [selected, setSelected] = useState<{ id: string; focus: boolean }>()
  const [starting, setStarting] = useState(false)
  const [view, setView] = useView()
  const graph = history.present
  const check = useCheck(useMemo(() => withoutPlaces(graph), [graph]))
  const marks = useFaultMarks(check.data)
  const nameField = useFreshName()
  useTitle(name)
  useWarning(state.status !== 'saved' && state.status !== 'gone')

  /** Every change goes to both: what is shown, and what is saved. */
  const apply = (change: Change) => {
    const next = changed(history, change)
    dispatch(change)
    if (next.present !== graph) autosave.change({ content: JSON.stringify(next.present) })
  }
  const become = (next: Graph, under?: string) =>
    apply({ type: 'change', graph: next, ...(under !== undefined && { under }) })
  const settle = () => dispatch({ type: 'settle' })
  const select = (id: string | undefined, focus = false) => setSelected(id === undefined ? undefined : { id, focus })
  const addStep = (kind: NodeKind, where: Parameters<typeof add>[3]) => {
    const added = add(graph, kind, t(`types.${kind.type}`), where)
    become(added.graph)
    select(added.id)
  }
  const drawing: Drawing = {
    onMove: (positions, done) => {
      // While it is dragged it is only shown.
      const moved = { type: 'change', graph: move(graph, positions), under: 'move' } as const
      if (done) {
        apply(moved)
        settle()
      } else dispatch(moved)
    },
    onConnect: (source, target, handle) => become(connect(graph, source, target, handle)),
    onRemove: (nodes, edges) => become(remove(graph, nodes, edges)),
    onDrop: (type, position) => {
      const kind = NODE_KINDS.find(known => known.type === type)
      if (kind) addStep(kind, { position })
    },
  }
  const takeTheirs = () => {
    autosave.takeTheirs()
    const theirs = autosave.current()
    setName(theirs.title)
    dispatch({ type: 'replace', graph: graphOf(JSON.parse(theirs.content)) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key === 's') void autosave.flush()
    else if (isTyping(event.target)) return
    else if (key === 'z') apply({ type: event.shiftKey ? 'redo' : 'undo' })
    else if (key === 'y') apply({ type: 'redo' })
    else return
    event.preventDefault()
  }
  const node = nodeOf(graph, selected?.id)
  return (
    // Save, undo and redo by keyboard; the buttons do the same.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <h1 className="visually-hidden">{name}</h1>
      <header className={styles.header}>
        <Link
          to={`/projects/${loaded.value.projectId}/workflows`}
          className={styles.back}
          aria-label={t('back')}
          title={t('back')}
        >
          <ArrowLeft aria-hidden="true" />
        </Link>
        <input
          ref={nameField}
          className={styles.name}
          aria-label={t('name')}
          aria-invalid={state.status === 'blank' || undefined}
          maxLength={200}
          value={name}
          onChange={event => {
            setName(event.target.value)
            autosave.change({ title: event.target.value })
          }}
        />
        <SaveLine state={state} />
        <div className={styles.tools}>
          <IconButton label={t('undo')} disabled={history.past.length === 0} onClick={() => apply({ type: 'undo' })}>
            <Undo2 aria-hidden="true" />
          </IconButton>
          <IconButton label={t('redo')} disabled={history.future.length === 0} onClick={() => apply({ type: 'redo' })}>
            <Redo2 aria-hidden="true" />
          </IconButton>
          <ViewChoice view={view} onChoose={setView} />
          <Button
            small
            aria-keyshortcuts="Control+S Meta+S"
            busy={state.status === 'saving'}
            onClick={() => void autosave.flush()}
          >
            <Save aria-hidden="true" />
            {t('save', { ns: 'common' })}
          </Button>
          <ButtonLink small to={`/workflows/${loaded.value.id}/runs`}>
            <HistoryIcon aria-hidden="true" />
            {t('runs')}
          </ButtonLink>
          <Button small look="primary" onClick={() => setStarting(true)}>
            <Play aria-hidden="true" />
            {t('run')}
          </Button>
        </div>
      </header>
      <div className={styles.notices}>
        {autosave.restored && state.status !== 'conflict' && <Notice>{t('restored')}</Notice>}
        {state.status === 'gone' && <Notice kind="bad">{t('conflict.gone')}</Notice>}
        {state.status === 'conflict' && (
          <Conflict onKeepMine={() => void autosave.keepMine()} onTakeTheirs={takeTheirs} />
        )}
      </div>
      <div className={styles.sheet} data-panel={node ? true : undefined}>
        <Palette onAdd={kind => addStep(kind, { after: node })} />
        {view === 'drawing' ? (
          <div className={styles.canvas}>
            {graph.nodes.length === 0 && <p className={styles.blank}>{t('blank')}</p>}
            <Canvas
              graph={graph}
              label={t('canvas')}
              selected={selected?.id}
              onSelect={id => select(id)}
              marks={marks}
              drawing={drawing}
            />
          </div>
        ) : (
          <div className={styles.outline}>
            {graph.nodes.length === 0 && <p>{t('blank')}</p>}
            <StepOutline graph={graph} selected={selected?.id} onSelect={id => select(id, true)} marks={marks} />
          </div>
        )}
        {node && (
          <div className={styles.side}>
            <NodePanel
              graph={graph}
              node={node}
              errors={check.data?.errors.filter(fault => fault.nodeId === node.id) ?? []}
              warnings={check.data?.warnings.filter(fault => fault.nodeId === node.id) ?? []}
              focus={selected?.focus ?? false}
              onChange={become}
              onSettle={settle}
              onRemove={() => {
                become(remove(graph, [node.id]))
                select(undefined)
              }}
              onClose={() => select(undefined)}
            />
          </div>
        )}
      </div>
      <CheckList graph={graph} check={check.data} onJump={id => select(id, true)} />
      <StartDialog
        workflowId={loaded.value.id}
        name={name}
        inputs={inputsOfGraph(graph)}
        open={starting}
        onClose={() => setStarting(false)}
        onBeforeStart={async () => {
          await autosave.flush()
          return autosave.snapshot().status === 'saved'
        }}
      />
    </div>
  )
}

/** What is checked: where a step is drawn has no faults. */
function withoutPlaces(graph: Graph): string {
  return JSON.stringify({ ...graph, nodes: graph.nodes.map(node => ({ ...node, position: undefined })) })
}

function isTyping(target: EventTarget) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** The field of the name, which is selected when the workflow was just made. */
function useFreshName() {
  const { state } = useLocation() as { state: { fresh?: boolean } | null }
  const input = useRef<HTMLInputElement>(null)
  const fresh = state?.fresh ?? false
  useEffect(() => {
    if (fresh) input.current?.select()
  }, [fresh])
  return input
}

/** Has the browser ask before the page is closed. */
function useWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

function useFaultMarks(check: Check | undefined): ReadonlyMap<string, Mark> {
  const { t } = useTranslation('workflows')
  return useMemo(() => {
    const count = (faults: Check['errors'] = []) => {
      const counts = new Map<string, number>()
      for (const { nodeId } of faults) if (nodeId !== null) counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1)
      return [...counts]
    }
    return new Map<string, Mark>([
      ...count(check?.warnings).map(
        ([id, number]) => [id, { tone: 'plain', words: t('check.warnings', { count: number }) }] as const,
      ),
      ...count(check?.errors).map(
        ([id, number]) => [id, { tone: 'bad', words: t('check.faults', { count: number }) }] as const,
      ),
    ])
  }, [check, t])
}

function Conflict({ onKeepMine, onTakeTheirs }: { onKeepMine: () => void; onTakeTheirs: () => void }) {
  const { t } = useTranslation('workflows')
  return (
    <section role="alert" className={styles.conflict}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <div className={styles.tools}>
        <Button look="primary" onClick={onKeepMine}>
          {t('conflict.mine')}
        </Button>
        <Button onClick={onTakeTheirs}>{t('conflict.theirs')}</Button>
      </div>
    </section>
  )
}

/** Whether what was drawn is safe, in words. */
function SaveLine({ state }: { state: SaveState }) {
  const { t } = useTranslation('workflows')
  return (
    <p role="status" className={styles.state} data-status={state.status}>
      {line()}
    </p>
  )

  function line() {
    switch (state.status) {
      case 'blank':
        return t('nameMissing')
      case 'refused':
        return t('save.refused', { reason: messageOf(state.error) })
      case 'gone':
        return ''
      default:
        return t(`save.${state.status}`)
    }
  }
}

/** Every save is a version, so pauses save nothing: what is drawn is a draft until it is saved, run, or left. */
function useAutosave(loaded: Versioned<Workflow>): Autosave {
  const api = useApi()
  const queries = useQueryClient()
  const user = useIdentity()
  const [autosave] = useState(() => {
    const { id, projectId } = loaded.value
    const store = storeOf(api, loaded, () => {
      void queries.invalidateQueries({ queryKey: workflowKeys.list(projectId) })
      void queries.invalidateQueries({ queryKey: workflowKeys.one(id) })
    })
    return new Autosave(id, store, draftsOf(user.id), textOf(loaded), 'when told')
  })
  useEffect(() => {
    const tryAgain = () => void autosave.tryAgain()
    window.addEventListener('online', tryAgain)
    return () => {
      window.removeEventListener('online', tryAgain)
      void autosave.flush()
    }
  }, [autosave])
  return autosave
}
