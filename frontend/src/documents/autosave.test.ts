import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Versioned } from '../api/client'
import { ApiError, Unreachable, type ProblemCode } from '../api/problem'
import { Autosave, type Store, type Text } from './autosave'
import { draftsOf } from './drafts'

const drafts = draftsOf('ada')

function problem(status: number, code: ProblemCode) {
  return new ApiError({ type: 'about:blank', title: '', status, detail: 'No.', code, requestId: '1' })
}

/** A server with one document, which may be away, and which somebody else may change. */
class Server implements Store {
  text: Text = { title: 'Brief', content: 'One.' }
  version = 1
  failures: Error[] = []
  changes: Partial<Text>[] = []

  state = (): Versioned<Text> => ({ value: this.text, etag: `"${this.version}"` })

  load = () => Promise.resolve(this.state())

  save = (change: Partial<Text>, etag: string) => {
    const failure = this.failures.shift()
    if (failure) return Promise.reject(failure)
    if (etag !== this.state().etag) return Promise.reject(problem(412, 'precondition_failed'))
    this.changes.push(change)
    this.become(change)
    return Promise.resolve(this.state())
  }

  become(change: Partial<Text>) {
    this.text = { ...this.text, ...change }
    this.version++
  }
}

describe('autosave', () => {
  let server: Server
  const open = () => new Autosave('brief', server, drafts, server.state())

  beforeEach(() => {
    vi.useFakeTimers()
    server = new Server()
  })
  afterEach(() => vi.useRealTimers())

  it('saves only what has changed, once the writer pauses', async () => {
    const autosave = open()
    autosave.change({ content: 'T' })
    autosave.change({ content: 'Two.' })
    expect(autosave.snapshot().status).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.changes).toEqual([{ content: 'Two.' }])
    expect(autosave.snapshot().status).toBe('saved')
    expect(drafts.any()).toBe(false)
  })

  it('saves what was typed while it was saving', async () => {
    const autosave = open()
    autosave.change({ content: 'Two.' })
    const saving = autosave.flush()
    autosave.change({ content: 'Two. Three.' })
    await saving
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.text.content).toBe('Two. Three.')
    expect(autosave.snapshot().status).toBe('saved')
  })

  it('keeps a draft and tries again, slower each time, while the server is away', async () => {
    server.failures = [new Unreachable('away'), problem(503, 'database_unavailable')]
    const autosave = open()
    autosave.change({ content: 'Two.' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(autosave.snapshot().status).toBe('failed')
    expect(drafts.read('brief')?.content).toBe('Two.')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(autosave.snapshot().status).toBe('failed')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(autosave.snapshot().status).toBe('failed')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.text.content).toBe('Two.')
    expect(drafts.any()).toBe(false)
  })

  it('stops when somebody else was faster, and never writes over them unasked', async () => {
    const autosave = open()
    server.become({ content: 'Theirs.' })
    autosave.change({ content: 'Mine.' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(autosave.snapshot()).toMatchObject({ status: 'conflict', theirs: { value: { content: 'Theirs.' } } })
    expect(server.text.content).toBe('Theirs.')
  })

  it('goes on with mine', async () => {
    const autosave = open()
    server.become({ content: 'Theirs.' })
    autosave.change({ content: 'Mine.' })
    await vi.advanceTimersByTimeAsync(1_000)
    await autosave.keepMine()
    expect(server.text.content).toBe('Mine.')
    expect(autosave.snapshot().status).toBe('saved')
  })

  it('goes on with theirs', async () => {
    const autosave = open()
    server.become({ content: 'Theirs.' })
    autosave.change({ content: 'Mine.' })
    await vi.advanceTimersByTimeAsync(1_000)
    autosave.takeTheirs()
    expect(autosave.current().content).toBe('Theirs.')
    expect(drafts.any()).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.changes).toEqual([])
  })

  it('takes a new version with the same text for nobody’s conflict', async () => {
    const autosave = open()
    server.version++
    autosave.change({ content: 'Mine.' })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(server.text.content).toBe('Mine.')
    expect(autosave.snapshot().status).toBe('saved')
  })

  it('begins with what was typed last time and not saved', async () => {
    server.failures = [new Unreachable('away')]
    const before = open()
    before.change({ content: 'Typed before.' })
    await vi.advanceTimersByTimeAsync(1_000)
    before.close()
    const autosave = open()
    expect(autosave.restored).toBe(true)
    expect(autosave.current().content).toBe('Typed before.')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.text.content).toBe('Typed before.')
  })

  it('sees the conflict between a draft and what has been saved since', async () => {
    server.failures = [new Unreachable('away')]
    const before = open()
    before.change({ content: 'Typed before.' })
    await vi.advanceTimersByTimeAsync(1_000)
    before.close()
    server.become({ content: 'Theirs.' })
    const autosave = open()
    expect(autosave.snapshot().status).toBe('conflict')
    expect(autosave.current().content).toBe('Typed before.')
  })

  it('does not save without a title', async () => {
    const autosave = open()
    autosave.change({ title: ' ' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(autosave.snapshot().status).toBe('blank')
    expect(server.changes).toEqual([])
    autosave.change({ title: 'Brief 2' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.text.title).toBe('Brief 2')
  })

  it('does not insist on what was refused, or on what is gone', async () => {
    const autosave = open()
    server.failures = [problem(422, 'validation_failed')]
    autosave.change({ content: 'Two.' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(autosave.snapshot().status).toBe('refused')
    server.failures = [problem(404, 'not_found')]
    autosave.change({ content: 'Three.' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(autosave.snapshot().status).toBe('gone')
    expect(server.changes).toEqual([])
  })

  it('saves only when it is told where every save is kept', async () => {
    const autosave = new Autosave('brief', server, drafts, server.state(), 'when told')
    autosave.change({ content: 'Two.' })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(server.changes).toEqual([])
    expect(drafts.read('brief')?.content).toBe('Two.')
    await autosave.flush()
    expect(server.changes).toEqual([{ content: 'Two.' }])
    expect(drafts.any()).toBe(false)
    server.failures = [new Unreachable('away')]
    autosave.change({ content: 'Three.' })
    await autosave.flush()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.text.content).toBe('Three.')
  })

  it('shows the drafts of one user to no other', () => {
    open().change({ content: 'Secret.' })
    expect(draftsOf('bob').any()).toBe(false)
    expect(draftsOf('bob').read('brief')).toBeUndefined()
    drafts.forgetAll()
    expect(drafts.any()).toBe(false)
  })
})
