import { kindOf, type NodeKind } from './node-types'

export interface Position {
  x: number
  y: number
}

/** A node as the definition has it, with whatever else it holds. */
export interface WorkflowNode {
  id: string
  type: string
  position: Position
  data: Readonly<Record<string, unknown>>
  [more: string]: unknown
}

export interface WorkflowEdge {
  id: string
  source: string
  target: string
  sourceHandle?: string | null
  [more: string]: unknown
}

/** A definition that can be drawn, with whatever else it holds. */
export interface Graph {
  nodes: readonly WorkflowNode[]
  edges: readonly WorkflowEdge[]
  [more: string]: unknown
}

/** How far apart nodes are put. */
export const COLUMN = 270
const ROW = 140

type Loose = Record<string, unknown>

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objects(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function positionOf(value: unknown, index: number): Position {
  const { x, y } = isObject(value) ? value : {}
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : { x: index * COLUMN, y: 0 }
}

/** Reads a definition. Drafts may be anything: what is missing is filled in, what is more is kept. */
export function graphOf(definition: unknown): Graph {
  const loose = isObject(definition) ? definition : {}
  return {
    ...loose,
    nodes: objects(loose.nodes).map((node, index) => ({
      ...node,
      id: text(node.id),
      type: text(node.type),
      position: positionOf(node.position, index),
      data: isObject(node.data) ? node.data : {},
    })),
    edges: objects(loose.edges).map((edge, index) => ({
      ...edge,
      id: typeof edge.id === 'string' ? edge.id : `edge-${index}`,
      source: text(edge.source),
      target: text(edge.target),
    })),
  }
}

/** What people call it. */
export function labelOf(node: WorkflowNode): string {
  const label = text(node.data.label).trim()
  return label === '' ? node.id : label
}

export function nodeOf(graph: Graph, id: string | undefined): WorkflowNode | undefined {
  return graph.nodes.find(node => node.id === id)
}

/** The ways out of a node that may be taken, by their handles. */
export function waysOf(node: WorkflowNode): NodeKind['ways'] {
  return kindOf(node.type)?.ways ?? [null]
}

function fresh(wish: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  if (!all.has(wish)) return wish
  let number = 2
  while (all.has(`${wish}_${number}`)) number++
  return `${wish}_${number}`
}

function handleOf(edge: WorkflowEdge): string | null {
  return edge.sourceHandle ?? null
}

/** Whether an edge may be drawn there: not to itself, not twice, neither into a start nor out of a finish. */
export function canConnect(graph: Graph, source: string, target: string, handle: string | null): boolean {
  const from = nodeOf(graph, source)
  const to = nodeOf(graph, target)
  if (!from || !to || source === target || kindOf(to.type)?.type === 'start') return false
  if (!waysOf(from).includes(handle)) return false
  return !graph.edges.some(edge => edge.source === source && edge.target === target && handleOf(edge) === handle)
}

export function connect(graph: Graph, source: string, target: string, handle: string | null): Graph {
  if (!canConnect(graph, source, target, handle)) return graph
  const id = fresh(
    [source, handle, target].filter(part => part !== null).join('-'),
    graph.edges.map(edge => edge.id),
  )
  const edge = { id, source, target, ...(handle !== null && { sourceHandle: handle }) }
  return { ...graph, edges: [...graph.edges, edge] }
}

/** Removes nodes with their edges, and edges. */
export function remove(graph: Graph, nodes: readonly string[], edges: readonly string[] = []): Graph {
  const isGone = (id: string) => nodes.includes(id)
  return {
    ...graph,
    nodes: graph.nodes.filter(node => !isGone(node.id)),
    edges: graph.edges.filter(edge => !edges.includes(edge.id) && !isGone(edge.source) && !isGone(edge.target)),
  }
}

export function move(graph: Graph, positions: ReadonlyMap<string, Position>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(node => ({ ...node, position: positions.get(node.id) ?? node.position })),
  }
}

/** The same with this value under the key, or without the key when there is no value. */
export function withKey(data: Readonly<Loose>, key: string, value: unknown): Loose {
  if (value !== undefined) return { ...data, [key]: value }
  return Object.fromEntries(Object.entries(data).filter(([other]) => other !== key))
}

/** Sets one key of a node's data; without a value it is taken out. */
export function setData(graph: Graph, id: string, key: string, value: unknown): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(node => {
      if (node.id !== id) return node
      return { ...node, data: withKey(node.data, key, value) }
    }),
  }
}

function isFree(graph: Graph, { x, y }: Position) {
  return !graph.nodes.some(
    node => Math.abs(node.position.x - x) < COLUMN - 40 && Math.abs(node.position.y - y) < ROW - 20,
  )
}

/** A place right of a node (or of all of them) where nothing is yet. */
export function placeAfter(graph: Graph, node: WorkflowNode | undefined): Position {
  if (graph.nodes.length === 0) return { x: 0, y: 0 }
  const x = node ? node.position.x + COLUMN : Math.max(...graph.nodes.map(other => other.position.x)) + COLUMN
  let y = node?.position.y ?? graph.nodes[0]?.position.y ?? 0
  while (!isFree(graph, { x, y })) y += ROW
  return { x, y }
}

/** The first way out of a node that leads nowhere yet. */
function freeWay(graph: Graph, node: WorkflowNode): string | null | undefined {
  return waysOf(node).find(way => !graph.edges.some(edge => edge.source === node.id && handleOf(edge) === way))
}

/** Adds a node, where one says or behind another one, to which it is then connected when a way out of that is free. */
export function add(
  graph: Graph,
  kind: NodeKind,
  label: string,
  where: { position: Position } | { after: WorkflowNode | undefined },
): { graph: Graph; id: string } {
  const id = fresh(
    kind.id,
    graph.nodes.map(node => node.id),
  )
  const after = 'after' in where ? where.after : undefined
  const position = 'position' in where ? where.position : placeAfter(graph, after)
  const larger = { ...graph, nodes: [...graph.nodes, { id, type: kind.type, position, data: { label } }] }
  const way = after && freeWay(graph, after)
  return { id, graph: after && way !== undefined ? connect(larger, after.id, id, way) : larger }
}

/** The nodes in an order in which they may be read: from the start along the edges, then what is not connected. */
export function readingOrder(graph: Graph): WorkflowNode[] {
  const ordered = new Map<string, WorkflowNode>()
  const waiting = graph.nodes.filter(node => kindOf(node.type)?.type === 'start')
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (ordered.has(node.id)) continue
    ordered.set(node.id, node)
    for (const edge of graph.edges) {
      const next = edge.source === node.id ? nodeOf(graph, edge.target) : undefined
      if (next) waiting.push(next)
    }
  }
  return [...ordered.values(), ...graph.nodes.filter(node => !ordered.has(node.id))]
}
