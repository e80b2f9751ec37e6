import { describe, expect, it } from 'vitest'
import { add, canConnect, connect, graphOf, move, placeAfter, readingOrder, remove, setData, type Graph } from './graph'
import { kindOf, NODE_KINDS, spellingOf, valueOf, type NodeKind } from './node-types'

function kind(type: string): NodeKind {
  const known = kindOf(type)
  if (!known) throw new Error(`there is no ${type}`)
  return known
}

function draw(...types: string[]): Graph {
  return types.reduce((graph, type) => add(graph, kind(type), type, { after: graph.nodes.at(-1) }).graph, graphOf({}))
}

const edgesOf = (graph: Graph) => graph.edges.map(({ source, target, sourceHandle }) => [source, sourceHandle, target])

describe('a graph', () => {
  it('reads any draft, and keeps what it does not know', () => {
    expect(graphOf('nonsense')).toEqual({ nodes: [], edges: [] })
    const graph = graphOf({
      viewport: { zoom: 2 },
      nodes: [7, { id: 'a', type: 'end', width: 10, data: { label: 'A', colour: 'red' } }],
      edges: [{ source: 'a', target: 'b', animated: true }],
    })
    expect(graph).toEqual({
      viewport: { zoom: 2 },
      nodes: [{ id: 'a', type: 'end', width: 10, position: { x: 0, y: 0 }, data: { label: 'A', colour: 'red' } }],
      edges: [{ id: 'edge-0', source: 'a', target: 'b', animated: true }],
    })
  })

  it('puts a new step behind the selected one, and connects it', () => {
    const graph = draw('start', 'text_generation', 'text_generation', 'finish')
    expect(graph.nodes.map(node => node.id)).toEqual(['start', 'text', 'text_2', 'finish'])
    expect(edgesOf(graph)).toEqual([
      ['start', undefined, 'text'],
      ['text', undefined, 'text_2'],
      ['text_2', undefined, 'finish'],
    ])
    const xs = graph.nodes.map(node => node.position.x)
    expect(xs).toEqual([...xs].sort((one, other) => one - other))
  })

  it('takes the ways out of a condition one after the other, and no third', () => {
    let graph = draw('start', 'conditional')
    const condition = graph.nodes[1]
    for (let count = 0; count < 3; count++) graph = add(graph, kind('finish'), 'End', { after: condition }).graph
    expect(edgesOf(graph).slice(1)).toEqual([
      ['condition', 'true', 'finish'],
      ['condition', 'false', 'finish_2'],
    ])
  })

  it('never puts a step onto another one', () => {
    const start = draw('start')
    const once = add(start, kind('review'), 'One', { after: start.nodes[0] }).graph
    expect(placeAfter(once, once.nodes[0])).not.toEqual(once.nodes[1]?.position)
  })

  it('draws no edge twice, to itself, into a start or out of a finish', () => {
    const graph = draw('start', 'review', 'finish')
    expect(canConnect(graph, 'start', 'review', null)).toBe(false)
    expect(canConnect(graph, 'review', 'review', null)).toBe(false)
    expect(canConnect(graph, 'review', 'start', null)).toBe(false)
    expect(canConnect(graph, 'finish', 'review', null)).toBe(false)
    expect(canConnect(graph, 'start', 'finish', 'true')).toBe(false)
    expect(connect(graph, 'start', 'review', null)).toBe(graph)
    expect(edgesOf(connect(graph, 'start', 'finish', null))).toContainEqual(['start', undefined, 'finish'])
  })

  it('removes a step with its edges', () => {
    const graph = remove(draw('start', 'review', 'finish'), ['review'])
    expect(graph.nodes.map(node => node.id)).toEqual(['start', 'finish'])
    expect(graph.edges).toEqual([])
  })

  it('moves only what is moved', () => {
    const graph = draw('start', 'finish')
    const moved = move(graph, new Map([['start', { x: 1, y: 2 }]]))
    expect(moved.nodes[0]?.position).toEqual({ x: 1, y: 2 })
    expect(moved.nodes[1]?.position).toEqual(graph.nodes[1]?.position)
  })

  it('sets and takes out one key, and keeps every other', () => {
    const graph = graphOf({ nodes: [{ id: 'a', type: 'text_generation', data: { prompt: 'One', colour: 'red' } }] })
    expect(setData(graph, 'a', 'prompt', 'Two').nodes[0]?.data).toEqual({ prompt: 'Two', colour: 'red' })
    expect(setData(graph, 'a', 'prompt', undefined).nodes[0]?.data).toEqual({ colour: 'red' })
  })

  it('is read along its edges, and what is not connected last', () => {
    const graph = graphOf({
      nodes: ['end:finish', 'lost:review', 'b:review', 'begin:start'].map(node => {
        const [id, type] = node.split(':')
        return { id, type }
      }),
      edges: [
        { source: 'begin', target: 'b' },
        { source: 'b', target: 'end' },
        { source: 'b', target: 'begin' },
      ],
    })
    expect(readingOrder(graph).map(node => node.id)).toEqual(['begin', 'b', 'end', 'lost'])
  })
})

describe('the types of nodes', () => {
  it('are known by each of their names', () => {
    expect(kindOf('generate_copy')?.type).toBe('text_generation')
    expect(kindOf('end')?.type).toBe('finish')
    expect(kindOf('teleport')).toBeUndefined()
    expect(NODE_KINDS).toHaveLength(11)
  })

  it('keep the spelling of a field that is there', () => {
    const field = kind('text_generation').fields.find(known => known.key === 'maxTokens')
    if (!field) throw new Error('there is no such field')
    expect(spellingOf(field, {})).toBe('maxTokens')
    expect(spellingOf(field, { max_tokens: 5 })).toBe('max_tokens')
    expect(valueOf(field, { max_tokens: 5 })).toBe(5)
  })
})
