import { answer, versioned, type Api, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import { usePages } from '../ui/paging'
import type { Store, Text } from './autosave'

export type Document = components['schemas']['Document']

export const documentKeys = {
  list: (projectId: string) => ['documents', projectId] as const,
  one: (id: string) => ['document', id] as const,
}

const LOOK_AGAIN_MS = 2_000

/** Whether it is on its way into the search index. */
export function isPending({ ingestion }: Document) {
  return ingestion === 'pending'
}

/**
 * Whether its text is what was read from a file, and not for writing: a PDF and the like for ever, any other as long as
 * nothing has been read, because what is written meanwhile would take the place of what is in the file. The text of a
 * picture is what somebody writes about it.
 */
export function isReadFromFile({ fileId, mediaType, content }: Document) {
  if (fileId === null || mediaType === 'image') return false
  return mediaType === 'pdf' || mediaType === 'docx' || mediaType === 'html' || content.trim() === ''
}

/** How soon to load a document again that is about to change by itself, while nobody can write in it. */
export function lookAgain(document: Document) {
  return isReadFromFile(document) && isPending(document) && LOOK_AGAIN_MS
}

export function useDocuments(projectId: string) {
  const api = useApi()
  return usePages({
    key: documentKeys.list(projectId),
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/projects/{id}/documents', {
          params: { path: { id: projectId }, query: { limit: 24, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    lookAgain: documents => documents.some(isPending) && LOOK_AGAIN_MS,
  })
}

export function loadDocument(api: Api, id: string, signal?: AbortSignal): Promise<Versioned<Document>> {
  return versioned(api.GET('/api/v1/documents/{id}', { params: { path: { id } }, ...(signal && { signal }) }))
}

/** How the editor reads and writes one. */
export function storeOf(api: Api, id: string, onSaved: (saved: Versioned<Document>) => void): Store {
  const textOf = ({ value: { title, content }, etag }: Versioned<Document>): Versioned<Text> => ({
    value: { title, content },
    etag,
  })
  return {
    load: async () => textOf(await loadDocument(api, id)),
    save: async (body, etag) => {
      const saved = await versioned(
        api.PATCH('/api/v1/documents/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }),
      )
      onSaved(saved)
      return textOf(saved)
    },
  }
}
