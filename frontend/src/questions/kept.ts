import type { Turn } from './questions'

/** What was typed, and what was asked and answered, kept in this browser until its user signs out. */
export interface Kept {
  typed: string
  turns: Turn[]
}

export interface Keeping {
  read(): Kept | undefined
  write(kept: Kept): void
}

const PREFIX = 'atelier.questions.'

/** The questions of one user about one project. Another one who signs in to this browser does not see them. */
export function questionsKept(userId: string, projectId: string, storage: Storage = localStorage): Keeping {
  const key = `${PREFIX}${userId}.${projectId}`
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(key) ?? '') as Kept
      } catch {
        return undefined
      }
    },
    write(kept) {
      try {
        if (kept.typed === '' && kept.turns.length === 0) storage.removeItem(key)
        else storage.setItem(key, JSON.stringify(kept))
      } catch {
        // The storage is full: what is on the screen stays there.
      }
    },
  }
}

export function forgetQuestions(userId: string, storage: Storage = localStorage) {
  const prefix = `${PREFIX}${userId}.`
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}
