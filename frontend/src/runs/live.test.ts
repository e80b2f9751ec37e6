import { describe, expect, it } from 'vitest'
import { newestOf, passesOf, snapshot, told, type Live } from './live'
import type { Run, Step } from './runs'

const NOTHING = { inputTokens: 0, outputTokens: 0, images: 0, costUsd: 0 }
const run: Run = {
  id: 'r',
  workflowId: 'w',
  workflowVersion: 1,
  projectId: 'p',
  status: 'running',
  pauseReason: null,
  progress: 0,
  currentNodeId: null,
  costLimitUsd: null,
  inputs: {},
  outputs: {},
  error: null,
  usage: { ...NOTHING, models: [] },
  createdAt: '2026-11-24T18:40:30Z',
  startedAt: '2026-11-24T18:40:30.4Z',
  finishedAt: null,
}

const step = (status: string, second: string, more: object = {}) => ({
  nodeId: 'write',
  type: 'text_generation',
  label: 'Write',
  iteration: 0,
  status,
  attempt: 1,
  at: `2026-11-24T18:40:${second}Z`,
  ...more,
})

function after(...events: [string, object][]): Live {
  return events.reduce((live, [name, data]) => told(live, { name, data }), snapshot(run, []))
}

const started: [string, object] = ['step.started', step('running', '31.000')]
const token = (text: string): [string, object] => ['step.token', { nodeId: 'write', iteration: 0, text }]

describe('a run as it is told', () => {
  it('shows a text while it is written, and what was made when it is finished', () => {
    const writing = after(started, token('Once '), token('upon'))
    expect(newestOf(writing, 'write')).toMatchObject({ status: 'running', text: 'Once upon' })
    const done = step('completed', '33.5', {
      output: { content: 'Once upon a time' },
      usage: { ...NOTHING, costUsd: 0.02 },
    })
    const finished = told(writing, { name: 'step.completed', data: done })
    expect(newestOf(finished, 'write')).toMatchObject({
      status: 'completed',
      text: '',
      output: { content: 'Once upon a time' },
      startedAt: '2026-11-24T18:40:31.000Z',
      finishedAt: '2026-11-24T18:40:33.5Z',
    })
    expect(finished.costUsd).toBe(0.02)
  })

  it('begins a text anew with the next attempt', () => {
    const again = after(started, token('Onc'), ['step.started', step('running', '32', { attempt: 2 })], token('Twice'))
    expect(newestOf(again, 'write')).toMatchObject({ attempt: 2, text: 'Twice' })
  })

  it('is not taken back by what happened before', () => {
    const finished: Step = {
      nodeId: 'write',
      type: 'text_generation',
      label: 'Write',
      iteration: 0,
      status: 'completed',
      attempt: 1,
      startedAt: '2026-11-24T18:40:31Z',
      finishedAt: '2026-11-24T18:40:33.123456Z',
      output: { content: 'Done' },
      error: null,
      usage: { ...NOTHING, models: [] },
    }
    const live = snapshot(run, [finished])
    const [name, data] = started
    expect(told(live, { name, data })).toBe(live)
    expect(told(live, { name: 'step.failed', data: step('failed', '33.12') })).toBe(live)
    expect(newestOf(told(live, { name, data: step('running', '33.2') }), 'write')?.status).toBe('running')
  })

  it('keeps the passes of a loop apart', () => {
    const live = after(
      ['step.started', step('running', '32', { iteration: 1 })],
      ['step.completed', step('completed', '31', { iteration: 0 })],
    )
    expect(passesOf(live, 'write').map(pass => pass.status)).toEqual(['completed', 'running'])
  })

  it('tells how far it is, and why a step failed', () => {
    const live = after(
      started,
      ['step.failed', step('failed', '32', { error: 'The model said no.' })],
      ['run.failed', { runId: 'r', status: 'failed', progress: 50, at: '2026-11-24T18:40:32Z' }],
    )
    expect(live.progress).toBe(50)
    expect(newestOf(live, 'write')?.error).toBe('The model said no.')
  })

  it('does not stumble over what it does not know', () => {
    const live = snapshot(run, [])
    expect(told(live, { name: 'step.token', data: { nodeId: 'nobody', iteration: 0, text: 'x' } })).toBe(live)
    expect(told(live, { name: 'weather', data: { fine: true } })).toBe(live)
    expect(told(live, { name: 'run.started', data: undefined })).toBe(live)
  })
})
