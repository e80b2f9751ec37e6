import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, versioned, type Api, type Versioned } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import type { Store, Text } from '../documents/autosave'
import type { Language } from '../i18n/languages'
import { usePages } from '../ui/paging'

export type Workflow = components['schemas']['Workflow']
export type Template = components['schemas']['WorkflowTemplate']
export type Fault = components['schemas']['WorkflowFault']
export type Check = components['schemas']['WorkflowCheck']
type Definition = components['schemas']['WorkflowDefinition']

export const workflowKeys = {
  list: (projectId: string) => ['workflows', projectId] as const,
  one: (id: string) => ['workflow', id] as const,
  templates: (language: Language) => ['workflow-templates', language] as const,
  check: (definition: string) => ['workflow-check', definition] as const,
}

const HOUR_MS = 3_600_000
const QUIET_MS = 400

export function useWorkflows(projectId: string) {
  const api = useApi()
  return usePages({
    key: workflowKeys.list(projectId),
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/projects/{id}/workflows', {
          params: { path: { id: projectId }, query: { limit: 24, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
  })
}

export function useTemplates(language: Language) {
  const api = useApi()
  return useQuery({
    queryKey: workflowKeys.templates(language),
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/workflow-templates', { params: { header: { 'Accept-Language': language } }, signal })),
    staleTime: HOUR_MS,
  })
}

export function loadWorkflow(api: Api, id: string, signal?: AbortSignal): Promise<Versioned<Workflow>> {
  return versioned(api.GET('/api/v1/workflows/{id}', { params: { path: { id } }, ...(signal && { signal }) }))
}

/** A workflow as text, which is what is saved while one draws. */
export function textOf({ value: { name, definition }, etag }: Versioned<Workflow>): Versioned<Text> {
  return { value: { title: name, content: JSON.stringify(definition) }, etag }
}

/** How the editor reads and writes one. */
export function storeOf(api: Api, loaded: Versioned<Workflow>, onSaved: (saved: Versioned<Workflow>) => void): Store {
  const { id } = loaded.value
  let base = loaded
  return {
    load: async () => {
      base = await loadWorkflow(api, id)
      return textOf(base)
    },
    save: async (change, etag) => {
      const { name, description, definition } = base.value
      base = await versioned(
        api.PUT('/api/v1/workflows/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: {
            name: change.title ?? name,
            description,
            definition: change.content === undefined ? definition : (JSON.parse(change.content) as Definition),
          },
        }),
      )
      onSaved(base)
      return textOf(base)
    },
  }
}

/** The value as it was when it last stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What is wrong with a definition (as JSON), found while it is drawn; the last answer stays until the next one is here. */
export function useCheck(definition: string) {
  const api = useApi()
  const settled = useSettled(definition)
  return useQuery({
    queryKey: workflowKeys.check(settled),
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/workflows/validate', {
          body: { definition: JSON.parse(settled) as Definition },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
