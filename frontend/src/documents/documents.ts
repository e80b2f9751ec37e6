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
