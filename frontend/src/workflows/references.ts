import { labelOf, nodeOf, type Graph, type WorkflowNode } from './graph'
import { inputsOf } from './inputs'
import { kindOf } from './node-types'

/** Something that a text may refer to. */
export interface Reference {
  /** As it is written: `{{article.content}}` or `{topic}`. */
  text: string
  /** What people call the node that it comes from, or nothing for an input of the run. */
  from: string
}

function reachable(from: readonly string[], next: (id: string) => string[]): Set<string> {
  const seen = new Set<string>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...next(id))
  }
  return seen
}

/** The ids of the nodes that may have run before this one. */
export function upstreamOf(graph: Graph, id: string): Set<string> {
  const before = (of: string) => graph.edges.filter(edge => edge.target === of).map(edge => edge.source)
  const seen = reachable(before(id), before)
  seen.delete(id)
  return seen
}

function isInBody(graph: Graph, loop: string, id: string): boolean {
  const body = graph.edges.filter(edge => edge.source === loop && edge.sourceHandle === 'body').map(edge => edge.target)
  const after = (of: string) =>
    of === loop ? [] : graph.edges.filter(edge => edge.source === of).map(edge => edge.target)
  return reachable(body, after).has(id)
}

function fieldsOf(graph: Graph, node: WorkflowNode, readerId: string): readonly string[] {
  const kind = kindOf(node.type)
  if (kind?.type !== 'loop') return kind?.outputs ?? []
  return isInBody(graph, node.id, readerId) ? ['iteration', 'item'] : ['results', 'iterations_completed']
}

/** Everything that a text of this node may refer to. */
export function referencesFor(graph: Graph, id: string): Reference[] {
  const upstream = upstreamOf(graph, id)
  const inputs = graph.nodes
    .filter(node => kindOf(node.type)?.type === 'start')
    .flatMap(start => inputsOf(start).map(input => ({ text: `{${input.name}}`, from: '' })))
  const outputs = [...upstream].reverse().flatMap(other => {
    const node = nodeOf(graph, other)
    if (!node) return []
    return fieldsOf(graph, node, id).map(field => ({ text: `{{${node.id}.${field}}}`, from: labelOf(node) }))
  })
  return [...inputs, ...outputs]
}

/** A reference that is being typed: from where in the text, and what of it is there. */
export interface Typing {
  start: number
  typed: string
}

export function typingAt(text: string, caret: number): Typing | undefined {
  const match = /\{\{?\s*([\w.-]*)$/.exec(text.slice(0, caret))
  return match ? { start: match.index, typed: match[1] ?? '' } : undefined
}

const bare = (text: string) => text.replace(/[{}\s]/g, '').toLowerCase()

/** Those that fit what is typed; what begins with it comes first. */
export function matching(references: readonly Reference[], typed: string): Reference[] {
  const wanted = typed.toLowerCase()
  const begins = references.filter(reference => bare(reference.text).startsWith(wanted))
  const contains = references.filter(
    reference =>
      !begins.includes(reference) &&
      (bare(reference.text).includes(wanted) || reference.from.toLowerCase().includes(wanted)),
  )
  return [...begins, ...contains]
}

/** The text with the reference in the place of what was typed of it, and where the caret then is. */
export function complete(text: string, typing: Typing, caret: number, reference: Reference) {
  const rest = text.slice(caret).replace(/^[\w.-]*\s*\}{1,2}/, '')
  const before = text.slice(0, typing.start) + reference.text
  return { text: before + rest, caret: before.length }
}
