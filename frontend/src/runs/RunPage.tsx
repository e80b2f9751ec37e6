import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { ArrowLeft, History } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useApi } from '../api/context'
import { ApiError } from '../api/problem'
import { NotFound } from '../app/NotFound'
import { ButtonLink } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Failure, Notice } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { useTitle } from '../ui/title'
import { Canvas } from '../workflows/Canvas'
import { graphOf, labelOf, nodeOf, type Graph } from '../workflows/graph'
import type { Mark, Tone } from '../workflows/StepNode'
import { StepOutline } from '../workflows/StepOutline'
import { useView } from '../workflows/useView'
import { ViewChoice } from '../workflows/ViewChoice'
import { loadWorkflow, workflowKeys, type Workflow } from '../workflows/workflows'
import { cost, duration } from './format'
import { newestOf, passesOf, type Live, type LiveStep } from './live'
import { ResumeForm } from './ResumeForm'
import { ReviewForm } from './ReviewForm'
import styles from './Runs.module.css'
import { isOver, useRun, useSteps, type Run, type Step } from './runs'
import { StatusLabel } from './StatusLabel'
import { Steering } from './Steering'
import { StepPanel, Values } from './StepPanel'
import { useLive } from './useLive'

export function RunPage() {
  const { runId = '' } = useParams()
  const api = useApi()
  const run = useRun(runId)
  const steps = useSteps(runId)
  const workflowId = run.data?.workflowId ?? ''
  const workflow = useQuery({
    queryKey: workflowKeys.one(workflowId),
    queryFn: ({ signal }) => loadWorkflow(api, workflowId, signal),
    enabled: workflowId !== '',
  })
  if (run.data && steps.data && workflow.data) {
    return (
      <ReactFlowProvider>
        <Running key={runId} run={run.data} steps={steps.data} workflow={workflow.data.value} />
      </ReactFlowProvider>
    )
  }
  const failed = [run, steps, workflow].find(query => query.isError)
  if (!failed) return <Loading page />
  if (failed.error instanceof ApiError && failed.error.code === 'not_found') return <NotFound />
  return (
    <div className={page.page}>
      <Failure error={failed.error} onRetry={() => void failed.refetch()} />
    </div>
  )
}

interface RunningProps {
  run: Run
  steps: readonly Step[]
  workflow: Workflow
}

function Running({ run, steps, workflow }: RunningProps) {
  const { t } = useTranslation('runs')
  const graph = useMemo(() => graphOf(workflow.definition), [workflow.definition])
  const { live, connected, failure } = useLive(run, steps)
  const [chosen, setChosen] = useState<string>()
  const [view, setView] = useView()
  const now = useNow(!isOver(run))
  const marks = useStepMarks(live, now)
  const waiting = waitingIn(live, run)
  const selected = chosen ?? waiting?.nodeId ?? newestAtWork(live)?.nodeId
  const title = t('one', { name: workflow.name })
  useTitle(title)
  return (
    <div className={styles.run}>
      <header className={styles.header}>
        <Link to={`/workflows/${workflow.id}`} className={styles.back} aria-label={t('back')} title={t('back')}>
          <ArrowLeft aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        <span role="status">
          <StatusLabel status={run.status} />
        </span>
        <progress className={styles.progress} aria-label={t('progress')} max={100} value={live.progress} />
        <p className={styles.facts}>
          <span>{cost(Math.max(live.costUsd, run.usage.costUsd))}</span>
          <span>{duration(run.startedAt, run.finishedAt, now)}</span>
        </p>
        <div className={styles.tools}>
          <Steering run={run} />
          <ViewChoice view={view} onChoose={setView} />
          <ButtonLink small to={`/workflows/${workflow.id}/runs`}>
            <History aria-hidden="true" />
            {t('history')}
          </ButtonLink>
        </div>
      </header>
      <div className={styles.notices}>
        {run.workflowVersion !== workflow.version && <Notice>{t('changed')}</Notice>}
        {run.error !== null && (
          <Notice kind="bad">
            <span lang="en">{run.error}</span>
          </Notice>
        )}
        {run.pauseReason !== null && <Notice>{t(`pause.${run.pauseReason}`)}</Notice>}
        {!connected && <Notice>{t('reconnecting')}</Notice>}
        {failure !== undefined && <Failure error={failure} onRetry={() => window.location.reload()} />}
      </div>
      <div className={styles.sheet}>
        {view === 'drawing' ? (
          <div className={styles.canvas}>
            <Canvas
              graph={graph}
              label={t('canvas', { ns: 'workflows' })}
              selected={selected}
              onSelect={setChosen}
              marks={marks}
            />
          </div>
        ) : (
          <div className={styles.outline}>
            <StepOutline graph={graph} selected={selected} onSelect={setChosen} marks={marks} />
          </div>
        )}
        {/* It scrolls, so it has to be reached by keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.side} role="region" aria-label={t('output')} tabIndex={0}>
          {run.pauseReason === 'cost_limit' && <ResumeForm run={run} />}
          {waiting && <Review run={run} step={waiting} graph={graph} live={live} now={now} />}
          <Chosen live={live} nodeId={selected} now={now} />
          {Object.keys(run.inputs).length > 0 && (
            <section className={styles.step} aria-label={t('inputs')}>
              <h2>{t('inputs')}</h2>
              <Values values={Object.entries(run.inputs)} />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function Chosen({ live, nodeId, now }: { live: Live; nodeId: string | undefined; now: number }) {
  const { t } = useTranslation('runs')
  const passes = nodeId === undefined ? [] : passesOf(live, nodeId)
  if (passes.length === 0) return <p className={styles.facts}>{t('select')}</p>
  return passes
    .slice(-PASSES_SHOWN)
    .map(step => <StepPanel key={step.iteration} step={step} now={now} numbered={passes.length > 1} />)
}

/** Of a loop that goes round often only the last passes are shown. */
const PASSES_SHOWN = 10

interface ReviewProps {
  run: Run
  step: LiveStep
  graph: Graph
  live: Live
  now: number
}

/** The decision, and what it is about. */
function Review({ run, step, graph, live, now }: ReviewProps) {
  const node = nodeOf(graph, step.nodeId)
  const { criteria, content_ref, contentRef } = node?.data ?? {}
  const reference = content_ref ?? contentRef
  const about = typeof reference === 'string' ? /\{\{\s*([\w-]+)/.exec(reference)?.[1] : undefined
  const looked = about === undefined ? undefined : newestOf(live, about)
  return (
    <>
      <ReviewForm
        key={`${step.nodeId} ${step.iteration}`}
        runId={run.id}
        nodeId={step.nodeId}
        name={node ? labelOf(node) : step.label}
        criteria={typeof criteria === 'string' ? criteria : ''}
      />
      {looked && <StepPanel step={looked} now={now} numbered={false} />}
    </>
  )
}

function waitingIn(live: Live, run: Run): LiveStep | undefined {
  if (isOver(run)) return undefined
  return [...live.steps.values()].find(step => step.type === 'review' && step.status === 'waiting')
}

function newestAtWork(live: Live): LiveStep | undefined {
  const steps = [...live.steps.values()]
  return (
    steps.findLast(step => step.status === 'failed') ??
    steps.findLast(step => step.status === 'running') ??
    steps.findLast(step => step.status === 'completed' && step.type !== 'finish')
  )
}

/** The present, once a second as long as it matters. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}

const TONES: Record<LiveStep['status'], Tone> = {
  pending: 'plain',
  running: 'busy',
  waiting: 'busy',
  held: 'plain',
  completed: 'good',
  skipped: 'dim',
  failed: 'bad',
}
const EXCERPT = 140

function useStepMarks(live: Live, now: number): ReadonlyMap<string, Mark> {
  const { t } = useTranslation('runs')
  return useMemo(() => {
    const marks = new Map<string, Mark>()
    for (const step of live.steps.values()) {
      const { thumbnail_url: small } = step.output
      const facts = [
        t(`stepStatus.${step.status}`),
        step.status !== 'skipped' && step.status !== 'pending' && duration(step.startedAt, step.finishedAt, now),
        step.costUsd > 0 && cost(step.costUsd),
      ]
      marks.set(step.nodeId, {
        tone: TONES[step.status],
        words: facts.filter(fact => fact !== false && fact !== '').join(' · '),
        ...(step.text !== '' && { excerpt: step.text.slice(-EXCERPT) }),
        ...(typeof small === 'string' && { picture: small }),
      })
    }
    return marks
  }, [live, now, t])
}
