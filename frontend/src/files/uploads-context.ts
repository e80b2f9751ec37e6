import { createContext, use, useSyncExternalStore } from 'react'
import type { Uploads } from './uploads'

/** What is sent is a file, or one that a document is made of. */
export interface AllUploads {
  files: Uploads
  documents: Uploads
}

export const UploadsContext = createContext<AllUploads | null>(null)

export function useUploads(kind: keyof AllUploads, projectId: string) {
  const every = use(UploadsContext)
  if (every === null) throw new Error('there is no UploadsContext above')
  const uploads = every[kind]
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  return { uploads, here: all.filter(upload => upload.projectId === projectId) }
}
