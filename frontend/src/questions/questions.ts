import { newKey } from '../api/idempotency'
import type { Ask, Citation } from './ask'
import type { Keeping } from './kept'

/** A question, and what has come of it. */
export interface Turn {
  id: string
  question: string
  state: 'asking' | 'answered' | 'stopped' | 'failed'
  /** As much of the answer as there is. */
  text: string
  citations: Citation[]
  error?: unknown
}

export interface Asked {
  typed: string
  /** The newest one first. */
  turns: readonly Turn[]
}

export const QUESTION_MAX = 2_000
const TURNS_KEPT = 20

/** The questions that somebody asks about a project, one at a time. Nothing typed, asked or answered is lost on the way. */
export class Questions {
  private state: Asked
  private asking: AbortController | undefined
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly ask: Ask,
    private readonly keeping: Keeping,
  ) {
    const { typed = '', turns = [] } = keeping.read() ?? {}
    this.state = { typed, turns: turns.map(turn => (turn.state === 'answered' ? turn : { ...turn, state: 'stopped' })) }
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  snapshot = () => this.state

  type(typed: string) {
    this.change({ ...this.state, typed })
  }

  /** Asks what was typed. */
  async send() {
    const question = this.state.typed.trim()
    if (question === '' || this.asking) return
    const turn: Turn = { id: newKey(), question, state: 'asking', text: '', citations: [] }
    this.change({ typed: '', turns: [turn, ...this.state.turns].slice(0, TURNS_KEPT) })
    await this.answer(turn)
  }

  /** Asks the same question once more; the answer stands where the first one stood. */
  async again(id: string) {
    const before = this.state.turns.find(turn => turn.id === id)
    if (!before || this.asking) return
    const turn: Turn = { id, question: before.question, state: 'asking', text: '', citations: [] }
    this.put(id, () => turn)
    await this.answer(turn)
  }

  /** Has the answer that is being written broken off; what came of it stays. */
  stop() {
    this.asking?.abort()
  }

  forget(id: string) {
    this.change({ ...this.state, turns: this.state.turns.filter(turn => turn.id !== id) })
  }

  private async answer({ id, question }: Turn) {
    const asking = new AbortController()
    this.asking = asking
    const onToken = (text: string) => this.show(this.with(id, turn => ({ ...turn, text: turn.text + text })))
    try {
      const { answer, citations } = await this.ask(question, onToken, asking.signal)
      this.put(id, turn => ({ ...turn, state: 'answered', text: answer, citations }))
    } catch (error) {
      this.put(id, turn =>
        asking.signal.aborted ? { ...turn, state: 'stopped' } : { ...turn, state: 'failed', error },
      )
    } finally {
      this.asking = undefined
    }
  }

  private put(id: string, change: (turn: Turn) => Turn) {
    this.change(this.with(id, change))
  }

  private with(id: string, change: (turn: Turn) => Turn): Asked {
    return { ...this.state, turns: this.state.turns.map(turn => (turn.id === id ? change(turn) : turn)) }
  }

  private change(state: Asked) {
    this.keeping.write({ typed: state.typed, turns: state.turns.map(withoutError) })
    this.show(state)
  }

  private show(state: Asked) {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

function withoutError({ id, question, state, text, citations }: Turn): Turn {
  return { id, question, state, text, citations }
}
