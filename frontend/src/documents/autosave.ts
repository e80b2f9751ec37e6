import type { Versioned } from '../api/client'
import { ApiError } from '../api/problem'
import type { Draft, Drafts } from './drafts'

export interface Text {
  title: string
  content: string
}

export type SaveState =
  | { status: 'saved' | 'waiting' | 'saving' | 'blank' | 'gone' }
  /** Tried again by itself. */
  | { status: 'failed' }
  /** Not tried again by itself. */
  | { status: 'refused'; error: unknown }
  | { status: 'conflict'; theirs: Versioned<Text> }

/** How a document is read and written. */
export interface Store {
  load(): Promise<Versioned<Text>>
  /** @throws ApiError `precondition_failed` when the document is not at this version any more */
  save(change: Partial<Text>, etag: string): Promise<Versioned<Text>>
}

const QUIET_MS = 800
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/** `by itself`: whenever the writer pauses. `when told`: each save is one that somebody wanted, as where every one is kept. */
export type Saving = 'by itself' | 'when told'

/**
 * Saves a text while it is written, at most one request at a time, and always on top of the version that it was changed
 * from. When somebody else was faster it stops and has the writer choose; when saving fails for a time it tries again,
 * slower each time. Until it is saved the text is kept as a draft.
 */
export class Autosave {
  private text: Text
  private base: Versioned<Text>
  private state: SaveState = { status: 'saved' }
  private timer: ReturnType<typeof setTimeout> | undefined
  private retryMs = FIRST_RETRY_MS
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly id: string,
    private readonly store: Store,
    private readonly drafts: Drafts,
    loaded: Versioned<Text>,
    private readonly saving: Saving = 'by itself',
  ) {
    this.base = loaded
    this.text = loaded.value
    const draft = drafts.read(id)
    if (draft) this.restore(draft, loaded)
  }

  /** Whether it began with what was typed an earlier time. */
  restored = false

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  snapshot = () => this.state

  current(): Text {
    return this.text
  }

  /** What was typed. */
  change(change: Partial<Text>) {
    this.text = { ...this.text, ...change }
    this.keep()
    if (this.state.status === 'saving' || this.state.status === 'conflict' || this.state.status === 'gone') return
    this.retryMs = FIRST_RETRY_MS
    if (this.text.title.trim() === '') {
      this.cancel()
      this.tell({ status: 'blank' })
    } else {
      this.wait()
    }
  }

  /** Saves what is waiting without waiting longer. */
  async flush() {
    const { status } = this.state
    if (status === 'waiting' || status === 'failed' || status === 'refused') {
      this.cancel()
      await this.save()
    }
  }

  /** Tries again at once what has failed for a time. */
  async tryAgain() {
    if (this.state.status === 'failed') await this.flush()
  }

  /** In a conflict: the writer's text goes on top of the other one. */
  async keepMine() {
    if (this.state.status !== 'conflict') return
    this.base = this.state.theirs
    this.keep()
    await this.save()
  }

  /** In a conflict: the writer's text is given up. */
  takeTheirs() {
    if (this.state.status !== 'conflict') return
    this.base = this.state.theirs
    this.text = this.base.value
    this.drafts.forget(this.id)
    this.tell({ status: 'saved' })
  }

  /** Stops. What is unsaved stays a draft. */
  close() {
    this.cancel()
    this.listeners.clear()
  }

  private restore(draft: Draft, loaded: Versioned<Text>) {
    const mine = { title: draft.title, content: draft.content }
    if (same(mine, loaded.value)) {
      this.drafts.forget(this.id)
      return
    }
    this.text = mine
    this.restored = true
    if (draft.base.etag === loaded.etag || same(draft.base, loaded.value)) {
      this.wait()
    } else {
      this.base = { value: draft.base, etag: draft.base.etag }
      this.state = { status: 'conflict', theirs: loaded }
    }
  }

  private async save() {
    const sent = this.text
    const change = difference(this.base.value, sent)
    if (Object.keys(change).length === 0) {
      this.saved(this.base)
      return
    }
    this.tell({ status: 'saving' })
    try {
      this.saved(await this.store.save(change, this.base.etag), sent)
    } catch (error) {
      await this.failed(error)
    }
  }

  private saved(saved: Versioned<Text>, sent = this.text) {
    // What was sent counts, not what came back: the field that is being typed into must not change under the cursor.
    this.base = { value: sent, etag: saved.etag }
    this.retryMs = FIRST_RETRY_MS
    if (same(this.text, sent)) {
      this.drafts.forget(this.id)
      this.tell({ status: 'saved' })
    } else {
      this.keep()
      this.tell({ status: 'waiting' })
      this.change({})
    }
  }

  private async failed(error: unknown) {
    if (!(error instanceof ApiError) || error.passing) {
      this.schedule(this.retryMs, { status: 'failed' })
      this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS)
    } else if (error.code === 'not_found') {
      this.tell({ status: 'gone' })
    } else if (error.code === 'precondition_failed' || error.code === 'version_conflict') {
      await this.compareWithTheirs()
    } else {
      this.tell({ status: 'refused', error })
    }
  }

  /** A new version with the same text (its state has changed, say) is nobody's conflict. */
  private async compareWithTheirs() {
    try {
      const theirs = await this.store.load()
      if (same(theirs.value, this.base.value)) {
        this.base = theirs
        this.schedule(QUIET_MS, { status: 'waiting' })
      } else if (same(theirs.value, this.text)) {
        this.saved(theirs)
      } else {
        this.tell({ status: 'conflict', theirs })
      }
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_found') this.tell({ status: 'gone' })
      else this.schedule(this.retryMs, { status: 'failed' })
    }
  }

  private keep() {
    const { value, etag } = this.base
    this.drafts.write(this.id, { ...this.text, base: { title: value.title, content: value.content, etag } })
  }

  /** For the writer to pause, or to say that it is to be saved. */
  private wait() {
    if (this.saving === 'by itself') {
      this.schedule(QUIET_MS, { status: 'waiting' })
    } else {
      this.cancel()
      this.tell({ status: 'waiting' })
    }
  }

  private schedule(milliseconds: number, state: SaveState) {
    this.cancel()
    this.timer = setTimeout(() => void this.save(), milliseconds)
    this.tell(state)
  }

  private cancel() {
    clearTimeout(this.timer)
  }

  private tell(state: SaveState) {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

function same(one: Text, other: Text) {
  return one.title === other.title && one.content === other.content
}

function difference(from: Text, to: Text): Partial<Text> {
  return {
    ...(from.title !== to.title && { title: to.title }),
    ...(from.content !== to.content && { content: to.content }),
  }
}
