import type { Range } from './place'

/** What is needed here of a tree of HTML, and of the places in the Markdown that its parts come from. */
interface Part {
  type: string
  value?: string
  tagName?: string
  properties?: Record<string, never>
  children?: Part[]
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}

/** Marks what comes from a part of the Markdown; for the `rehypePlugins` of react-markdown. */
export function marking(range: Range) {
  return () => (tree: Part) => mark(tree, range)
}

function mark(parent: Part, range: Range) {
  parent.children = (parent.children ?? []).flatMap(child => {
    if (child.type === 'text') return marked(child, range)
    mark(child, range)
    return [child]
  })
}

function marked(text: Part, range: Range): Part[] {
  const { value = '', position } = text
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined || to <= range.start || from >= range.end || value.trim() === '') {
    return [text]
  }
  // Where letters are written in another way (`&amp;`, `\*`), they cannot be counted: all of it is marked then.
  const counted = to - from === value.length
  const start = counted ? Math.max(0, range.start - from) : 0
  const end = counted ? Math.min(value.length, range.end - from) : value.length
  const pieces: Part[] = [
    { type: 'text', value: value.slice(0, start) },
    {
      type: 'element',
      tagName: 'mark',
      properties: {},
      children: [{ type: 'text', value: value.slice(start, end) }],
    },
    { type: 'text', value: value.slice(end) },
  ]
  return pieces.filter(piece => piece.value !== '')
}
