import type { workflows } from '../i18n/en/workflows'

/** The types of nodes, by the name under which the palette makes them. */
export type NodeType = keyof (typeof workflows)['types']

export type FieldName = keyof (typeof workflows)['fields']

/** How a field of a node's `data` is edited. */
export type FieldKind =
  | { kind: 'line' | 'text' | 'switch' | 'list' | 'condition' | 'inputs' | 'count' }
  | { kind: 'number'; min: number; max: number; step: number }
  | { kind: 'choice'; options: readonly string[] }

export type Field = FieldKind & {
  key: FieldName
  /** Other spellings, which definitions made for other systems have. */
  also?: readonly string[]
  /** What counts when it is left out, as the field shows it. */
  standard?: string | number | boolean
  required?: boolean
}

export interface NodeKind {
  type: NodeType
  also: readonly string[]
  /** What ids of new nodes begin with. */
  id: string
  fields: readonly Field[]
  /** What later nodes may refer to. */
  outputs: readonly string[]
  /** Where edges leave; `null` is the only, unnamed way out. */
  ways: readonly (string | null)[]
}

const TITLE: Field = { key: 'title', kind: 'line' }
const LABEL: Field = { key: 'label', kind: 'line' }
const MODEL: Field = { key: 'model', kind: 'line' }
const QUERY: Field = { key: 'query', kind: 'text', required: true }
const FORMATS = ['text', 'json', 'markdown'] as const
const SHAPES = ['1:1', '16:9', '9:16', '4:3', '3:4'] as const

function kind(
  type: NodeType,
  id: string,
  fields: Field[],
  outputs: string[],
  more: Partial<Pick<NodeKind, 'also' | 'ways'>> = {},
): NodeKind {
  return { type, id, fields: [LABEL, ...fields], outputs, also: more.also ?? [], ways: more.ways ?? [null] }
}

function whole(key: FieldName, also: string, standard: number, max: number): Field {
  return { key, also: [also], kind: 'number', min: 1, max, step: 1, standard }
}

function flag(key: FieldName, also: string, standard: boolean): Field {
  return { key, also: [also], kind: 'switch', standard }
}

function line(key: FieldName, also: string): Field {
  return { key, also: [also], kind: 'line' }
}

/** What each type of node has (`nodes.yaml` of the description of the API), in the order of the palette. */
export const NODE_KINDS: readonly NodeKind[] = [
  kind('start', 'start', [{ key: 'inputVariables', also: ['input_variables'], kind: 'inputs' }], []),
  kind(
    'text_generation',
    'text',
    [
      { key: 'prompt', kind: 'text', required: true },
      { key: 'systemPrompt', also: ['system_prompt'], kind: 'text' },
      MODEL,
      { key: 'temperature', kind: 'number', min: 0, max: 2, step: 0.1, standard: 0.7 },
      { key: 'maxTokens', also: ['max_tokens'], kind: 'number', min: 1, max: 1_000_000, step: 1 },
      { key: 'outputFormat', also: ['output_format'], kind: 'choice', options: FORMATS, standard: 'text' },
      flag('save_as_document', 'saveAsDocument', true),
      TITLE,
    ],
    ['content', 'title', 'content_length', 'document_ids'],
    { also: ['generate_copy'] },
  ),
  kind(
    'image_generation',
    'image',
    [
      { key: 'prompt', kind: 'text', required: true },
      MODEL,
      { key: 'aspect_ratio', also: ['aspectRatio'], kind: 'choice', options: SHAPES, standard: '1:1' },
      { key: 'size', kind: 'line' },
      { key: 'quality', kind: 'line' },
      { key: 'style', kind: 'line' },
      TITLE,
    ],
    ['file_url', 'thumbnail_url', 'image_ids', 'title', 'prompt'],
    { also: ['generate_image'] },
  ),
  kind(
    'context_retrieval',
    'context',
    [
      QUERY,
      whole('maxResults', 'max_results', 5, 100),
      flag('useRag', 'use_rag', true),
      { key: 'folderIds', also: ['folder_ids'], kind: 'list' },
    ],
    ['content', 'context', 'documents', 'count'],
  ),
  kind(
    'web_search',
    'search',
    [
      QUERY,
      whole('maxResults', 'max_results', 5, 20),
      { key: 'searchDepth', also: ['search_depth'], kind: 'choice', options: ['basic', 'advanced'], standard: 'basic' },
      { key: 'includeDomains', also: ['include_domains'], kind: 'list' },
      { key: 'excludeDomains', also: ['exclude_domains'], kind: 'list' },
    ],
    ['content', 'answer', 'results', 'count'],
  ),
  kind(
    'review',
    'review',
    [line('content_ref', 'contentRef'), { key: 'criteria', kind: 'text' }],
    ['decision', 'comment'],
  ),
  kind('conditional', 'condition', [{ key: 'condition', kind: 'condition', required: true }], ['result', 'branch'], {
    ways: ['true', 'false'],
  }),
  kind(
    'loop',
    'loop',
    [
      { key: 'collection', kind: 'line' },
      { key: 'iterations', kind: 'count' },
      { key: 'condition', kind: 'condition' },
      whole('maxIterations', 'max_iterations', 1000, 1000),
    ],
    ['iteration', 'item', 'results', 'iterations_completed'],
    { ways: ['body', 'done'] },
  ),
  kind('parallel', 'fork', [], []),
  kind(
    'attach',
    'attach',
    [
      line('document_ref', 'documentRef'),
      line('documentSource', 'document_source'),
      line('documentId', 'document_id'),
      line('image_ref', 'imageRef'),
      line('imageSource', 'image_source'),
      line('imageId', 'image_id'),
      flag('is_primary', 'isPrimary', false),
    ],
    ['document_id', 'image_id', 'attached'],
    { also: ['attach_creative'] },
  ),
  kind(
    'finish',
    'finish',
    [
      flag('saveToProject', 'save_to_project', true),
      line('documentTitle', 'document_title'),
      flag('notifyUser', 'notify_user', false),
    ],
    ['savedDocuments'],
    { also: ['end'], ways: [] },
  ),
]

/** What a node's type is, also by another spelling; nothing for a type that Atelier does not know. */
export function kindOf(type: string): NodeKind | undefined {
  return NODE_KINDS.find(known => known.type === type || known.also.includes(type))
}

/** The spelling under which a node has this field, or would get it. */
export function spellingOf(field: Field, data: Readonly<Record<string, unknown>>): string {
  return [field.key, ...(field.also ?? [])].find(key => key in data) ?? field.key
}

export function valueOf(field: Field, data: Readonly<Record<string, unknown>>): unknown {
  return data[spellingOf(field, data)]
}
