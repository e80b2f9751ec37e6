import type { ServerEvent } from '../api/events'
import type { components } from '../api/schema'
import type { Run, Step } from './runs'

type RunEvent = components['schemas']['RunEventData']
type StepEvent = components['schemas']['StepEventData']
type Token = components['schemas']['StepTokenData']

/** A step as it is known now. */
export interface LiveStep {
  nodeId: string
  type: string
  label: string
  iteration: number
  status: Step['status']
  attempt: number
  startedAt: string | null
  finishedAt: string | null
  output: Record<string, unknown>
  error: string | null
  costUsd: number
  inputTokens: number
  outputTokens: number
  /** What is being written, until it is finished. */
  text: string
  /** The instant of what is told here; what happened before that is old. */
  at: string
}

export interface Live {
  progress: number
  costUsd: number
  /** By node and pass, in the order in which they came up. */
  steps: ReadonlyMap<string, LiveStep>
}

/** What is kept of a text that is being written: more than this nobody reads as it comes. */
const LONGEST_TEXT = 200_000

const keyOf = (step: { nodeId: string; iteration: number }) => `${step.nodeId} ${step.iteration}`

function fromStep(step: Step): LiveStep {
  const { usage, ...rest } = step
  const { costUsd, inputTokens, outputTokens } = usage
  return { ...rest, costUsd, inputTokens, outputTokens, text: '', at: step.finishedAt ?? step.startedAt ?? '' }
}

/** What was asked for before anything was told. */
export function snapshot(run: Run, steps: readonly Step[]): Live {
  return {
    progress: run.progress,
    costUsd: run.usage.costUsd,
    steps: new Map(steps.map(step => [keyOf(step), fromStep(step)])),
  }
}

/** The same with what was just told. Events of before, which a stream begins with, change nothing. */
export function told(live: Live, event: ServerEvent): Live {
  if (typeof event.data !== 'object' || event.data === null) return live
  if (event.name === 'step.token') return withToken(live, event.data as Token)
  if (event.name.startsWith('step.') || event.name === 'run.waiting_for_review') {
    return withStep(live, event.data as StepEvent)
  }
  return event.name.startsWith('run.') ? withRun(live, event.data as RunEvent) : live
}

function withRun(live: Live, { progress, usage }: RunEvent): Live {
  return {
    ...live,
    progress: Math.max(live.progress, progress),
    costUsd: Math.max(live.costUsd, usage?.costUsd ?? 0),
  }
}

function withToken(live: Live, token: Token): Live {
  const step = live.steps.get(keyOf(token))
  if (!step || step.status === 'completed') return live
  const text = (step.text + token.text).slice(-LONGEST_TEXT)
  return { ...live, steps: new Map(live.steps).set(keyOf(token), { ...step, text }) }
}

/** Instants of RFC 3339 in UTC, one of which may have more digits than the other. */
function isBefore(one: string, other: string): boolean {
  return one.replace('Z', '') < other.replace('Z', '')
}

function withStep(live: Live, event: StepEvent): Live {
  const before = live.steps.get(keyOf(event))
  if (before && isBefore(event.at, before.at)) return live
  const begins = event.status === 'running'
  const ends = event.status === 'completed' || event.status === 'failed' || event.status === 'skipped'
  const step: LiveStep = {
    nodeId: event.nodeId,
    type: event.type,
    label: event.label,
    iteration: event.iteration,
    status: event.status,
    attempt: event.attempt,
    startedAt: begins ? event.at : (before?.startedAt ?? event.at),
    finishedAt: ends ? event.at : null,
    output: event.output ?? before?.output ?? {},
    error: event.error ?? null,
    costUsd: event.usage?.costUsd ?? before?.costUsd ?? 0,
    inputTokens: event.usage?.inputTokens ?? before?.inputTokens ?? 0,
    outputTokens: event.usage?.outputTokens ?? before?.outputTokens ?? 0,
    text: begins || ends ? '' : (before?.text ?? ''),
    at: event.at,
  }
  const steps = new Map(live.steps).set(keyOf(event), step)
  return { ...live, steps, costUsd: Math.max(live.costUsd, sum(steps)) }
}

function sum(steps: ReadonlyMap<string, LiveStep>): number {
  return [...steps.values()].reduce((total, step) => total + step.costUsd, 0)
}

/** The newest pass of a node. */
export function newestOf(live: Live, nodeId: string): LiveStep | undefined {
  return passesOf(live, nodeId).at(-1)
}

/** All passes of a node, the first one first. */
export function passesOf(live: Live, nodeId: string): LiveStep[] {
  return [...live.steps.values()]
    .filter(step => step.nodeId === nodeId)
    .sort((one, other) => one.iteration - other.iteration)
}
