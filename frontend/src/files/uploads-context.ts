import { createContext, use, useSyncExternalStore } from 'react'
import type { Uploads } from './uploads'

export const UploadsContext = createContext<Uploads | null>(null)

export function useUploads(projectId: string) {
  const uploads = use(UploadsContext)
  if (uploads === null) throw new Error('there is no UploadsContext above')
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  return { uploads, here: all.filter(upload => upload.projectId === projectId) }
}
