import { answer } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import { usePages } from '../ui/paging'

export type StoredFile = components['schemas']['File']

export const fileKeys = { list: (projectId: string) => ['files', projectId] as const }

const THUMBNAIL_PATIENCE_MS = 30_000

export function isImage({ contentType }: StoredFile) {
  return contentType.startsWith('image/')
}

/** Looks again for a while when a picture has just come: its small one is made by a worker. */
function lookAgain(files: StoredFile[]) {
  const awaited = files.some(
    file =>
      isImage(file) &&
      file.thumbnailUrl === null &&
      Date.now() - new Date(file.createdAt).getTime() < THUMBNAIL_PATIENCE_MS,
  )
  return awaited && 1_500
}

export function useFiles(projectId: string) {
  const api = useApi()
  return usePages({
    key: fileKeys.list(projectId),
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/projects/{id}/files', {
          params: { path: { id: projectId }, query: { limit: 24, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    lookAgain,
  })
}
