/** What was typed and is not saved yet, kept in this browser until it is. */
export interface Draft {
  title: string
  content: string
  /** What it was changed from. */
  base: { title: string; content: string; etag: string }
}

export interface Drafts {
  read(documentId: string): Draft | undefined
  write(documentId: string, draft: Draft): void
  forget(documentId: string): void
  any(): boolean
  forgetAll(): void
}

const PREFIX = 'atelier.draft.'

/** The drafts of one user. Another one who signs in to this browser does not see them. */
export function draftsOf(userId: string, storage: Storage = localStorage): Drafts {
  const prefix = `${PREFIX}${userId}.`
  const keys = () => Object.keys(storage).filter(key => key.startsWith(prefix))
  return {
    read(documentId) {
      const text = storage.getItem(prefix + documentId)
      return text === null ? undefined : parse(text)
    },
    write(documentId, draft) {
      try {
        storage.setItem(prefix + documentId, JSON.stringify(draft))
      } catch {
        // The storage is full (5 MB in most browsers): what is on the screen is saved to the server all the same.
      }
    },
    forget: documentId => storage.removeItem(prefix + documentId),
    any: () => keys().length > 0,
    forgetAll: () => keys().forEach(key => storage.removeItem(key)),
  }
}

function parse(text: string): Draft | undefined {
  try {
    return JSON.parse(text) as Draft
  } catch {
    return undefined
  }
}
