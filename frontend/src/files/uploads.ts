import type { Transport } from './transport'

export type UploadState =
  | { status: 'waiting' | 'checking' | 'done' | 'cancelled' }
  | { status: 'sending'; sent: number }
  | { status: 'failed'; error: unknown }

export interface Upload {
  id: number
  projectId: string
  file: File
  state: UploadState
}

/** More at once would only share the same line. */
const AT_ONCE = 3

export function isOver({ state: { status } }: Upload) {
  return status === 'done' || status === 'failed' || status === 'cancelled'
}

/** The uploads of this tab, of all projects; they go on while the user looks at something else. */
export class Uploads {
  private uploads: readonly Upload[] = []
  private readonly running = new Map<number, AbortController>()
  private readonly listeners = new Set<() => void>()
  private nextId = 1

  constructor(
    private readonly transport: Transport,
    private readonly onDone: (projectId: string) => void,
  ) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The same array as long as nothing has changed. */
  snapshot = () => this.uploads

  add(projectId: string, files: Iterable<File>) {
    const added = Array.from(files, file => ({
      id: this.nextId++,
      projectId,
      file,
      state: { status: 'waiting' } as const,
    }))
    this.show([...this.uploads, ...added])
    this.startMore()
  }

  cancel(id: number) {
    const controller = this.running.get(id)
    if (controller) controller.abort()
    else this.become(id, { status: 'cancelled' })
  }

  retry(id: number) {
    this.become(id, { status: 'waiting' })
    this.startMore()
  }

  dismiss(id: number) {
    this.show(this.uploads.filter(upload => upload.id !== id || !isOver(upload)))
  }

  dismissOver(projectId: string) {
    this.show(this.uploads.filter(upload => upload.projectId !== projectId || !isOver(upload)))
  }

  /** Ends all of them, and forgets them. */
  clear() {
    for (const controller of this.running.values()) controller.abort()
    this.show([])
  }

  private startMore() {
    for (const upload of this.uploads) {
      if (this.running.size >= AT_ONCE) return
      if (upload.state.status === 'waiting') void this.run(upload)
    }
  }

  private async run({ id, projectId, file }: Upload) {
    const controller = new AbortController()
    this.running.set(id, controller)
    this.become(id, { status: 'sending', sent: 0 })
    const progress = {
      sent: (sent: number) => this.become(id, { status: 'sending', sent: Math.min(sent, file.size) }),
      checking: () => this.become(id, { status: 'checking' }),
    }
    try {
      await this.transport(projectId, file, progress, controller.signal)
      this.become(id, { status: 'done' })
      this.onDone(projectId)
    } catch (error) {
      this.become(id, controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error })
    } finally {
      this.running.delete(id)
      this.startMore()
    }
  }

  private become(id: number, state: UploadState) {
    this.show(this.uploads.map(upload => (upload.id === id ? { ...upload, state } : upload)))
  }

  private show(uploads: readonly Upload[]) {
    this.uploads = uploads
    for (const listener of this.listeners) listener()
  }
}
