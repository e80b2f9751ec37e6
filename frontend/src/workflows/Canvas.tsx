import {
  Background,
  Controls,
  MarkerType,
  ReactFlow,
  useReactFlow,
  type AriaLabelConfig,
  type Connection,
  type Edge,
  type EdgeChange,
  type NodeChange,
  type ReactFlowInstance,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useEffect, useMemo, useRef, useState, type DragEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Canvas.module.css'
import { DRAGGED_TYPE } from './dragged'
import { canConnect, labelOf, nodeOf, waysOf, type Graph, type Position } from './graph'
import { kindOf } from './node-types'
import { StepNode, type Mark, type StepNodeType } from './StepNode'

/** How the drawing may be changed. */
export interface Drawing {
  /** Nodes are somewhere else; `done` when they are let go. */
  onMove: (positions: ReadonlyMap<string, Position>, done: boolean) => void
  onConnect: (source: string, target: string, handle: string | null) => void
  onRemove: (nodes: string[], edges: string[]) => void
  /** A type of the palette was dropped here. */
  onDrop: (type: string, position: Position) => void
}

interface CanvasProps {
  graph: Graph
  label: string
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  marks: ReadonlyMap<string, Mark>
  /** Nothing for a drawing that is only looked at. */
  drawing?: Drawing
}

const NODE_TYPES = { step: StepNode }
const FIT = { maxZoom: 1, padding: 0.1 }
/** Smaller than this nobody reads what is drawn. */
const READABLE = 0.65
const MARGIN = 40

interface Size {
  width: number
  height: number
}

function firstOfEach<T extends { id: string }>(things: readonly T[]): T[] {
  return [...new Map([...things].reverse().map(thing => [thing.id, thing])).values()].reverse()
}

/** The workflow as a drawing. What it shows and what may be done is the same for keyboards: see `useLabels`. */
export function Canvas({ graph, label, selected, onSelect, marks, drawing }: CanvasProps) {
  const flow = useReactFlow()
  const labels = useLabels(drawing !== undefined)
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map())
  const [selectedEdge, setSelectedEdge] = useState<string>()
  const nodes = useNodes(graph, marks, selected, sizes)
  const edges = useEdges(graph, selectedEdge)

  const frame = useRef<HTMLDivElement>(null)
  useFollowing(frame, selected)

  const onNodesChange = (changes: NodeChange<StepNodeType>[]) => {
    const positions = new Map<string, Position>()
    let done = true
    for (const change of changes) {
      if (change.type === 'position' && change.position) {
        positions.set(change.id, change.position)
        if (change.dragging) done = false
      }
    }
    if (positions.size > 0) drawing?.onMove(positions, done)
    setSizes(before => measured(before, changes))
    const chosen = changes.find(change => change.type === 'select' && change.selected)
    if (chosen && 'id' in chosen) onSelect(chosen.id)
    else if (changes.some(change => change.type === 'select' && change.id === selected)) onSelect(undefined)
  }
  const onEdgesChange = (changes: EdgeChange[]) => {
    for (const change of changes) {
      if (change.type !== 'select') continue
      setSelectedEdge(before => (change.selected ? change.id : before === change.id ? undefined : before))
    }
  }
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAGGED_TYPE)
    if (type === '') return
    event.preventDefault()
    drawing?.onDrop(type, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  }
  const handleOf = (connection: Connection | Edge) => connection.sourceHandle ?? null
  return (
    <ReactFlow
      ref={frame}
      aria-label={label}
      className={styles.flow ?? ''}
      nodeTypes={NODE_TYPES}
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onConnect={connection => drawing?.onConnect(connection.source, connection.target, handleOf(connection))}
      isValidConnection={connection => canConnect(graph, connection.source, connection.target, handleOf(connection))}
      onDelete={removed =>
        drawing?.onRemove(
          removed.nodes.map(node => node.id),
          removed.edges.map(edge => edge.id),
        )
      }
      {...(drawing && { onDrop, onDragOver: (event: DragEvent) => event.preventDefault() })}
      nodesDraggable={drawing !== undefined}
      nodesConnectable={drawing !== undefined}
      deleteKeyCode={drawing ? ['Delete', 'Backspace'] : null}
      multiSelectionKeyCode={null}
      selectionKeyCode={null}
      onInit={() => void showFrom(flow, frame.current)}
      minZoom={0.15}
      ariaLabelConfig={labels}
    >
      <Background gap={24} size={1.5} />
      <Controls showInteractive={false} fitViewOptions={FIT} />
    </ReactFlow>
  )
}

/** Everything, or when that could not be read, as much as can be from where it begins. */
async function showFrom(flow: ReactFlowInstance, frame: HTMLElement | null) {
  await flow.fitView(FIT)
  if (flow.getZoom() >= READABLE || !frame) return
  const { x, y, height } = flow.getNodesBounds(flow.getNodes())
  await flow.setViewport({
    x: MARGIN - x * READABLE,
    y: frame.clientHeight / 2 - (y + height / 2) * READABLE,
    zoom: READABLE,
  })
}

/** Brings the selected node into sight, whoever selected it: a person, a fault, or the run that has come to it. */
function useFollowing(frame: RefObject<HTMLElement | null>, selected: string | undefined) {
  const flow = useReactFlow()
  useEffect(() => {
    const node = selected === undefined ? undefined : flow.getInternalNode(selected)
    if (!node || !frame.current) return
    const { x, y } = node.internals.positionAbsolute
    const { width = 0, height = 0 } = node.measured
    const from = flow.flowToScreenPosition({ x, y })
    const to = flow.flowToScreenPosition({ x: x + width, y: y + height })
    const { left, right, top, bottom } = frame.current.getBoundingClientRect()
    if (from.x >= left && from.y >= top && to.x <= right && to.y <= bottom) return
    void flow.setCenter(x + width / 2, y + height / 2, { zoom: Math.max(flow.getZoom(), READABLE) })
  }, [flow, frame, selected])
}

function measured(before: ReadonlyMap<string, Size>, changes: readonly NodeChange<StepNodeType>[]) {
  const news = changes.flatMap(change =>
    change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
  )
  return news.length === 0 ? before : new Map([...before, ...news])
}

function useNodes(
  graph: Graph,
  marks: ReadonlyMap<string, Mark>,
  selected: string | undefined,
  sizes: ReadonlyMap<string, Size>,
): StepNodeType[] {
  const { t } = useTranslation('workflows')
  return useMemo(
    () =>
      firstOfEach(graph.nodes).map(node => {
        const mark = marks.get(node.id)
        const kind = kindOf(node.type)
        const words = [kind ? t(`types.${kind.type}`) : node.type, labelOf(node), mark?.words]
        const size = sizes.get(node.id)
        return {
          id: node.id,
          type: 'step' as const,
          position: node.position,
          data: { node, mark },
          selected: node.id === selected,
          ariaLabel: words.filter(word => word !== undefined).join(', '),
          ...(size && { measured: size }),
        }
      }),
    [graph, marks, selected, sizes, t],
  )
}

function useEdges(graph: Graph, selected: string | undefined): Edge[] {
  const { t } = useTranslation('workflows')
  return useMemo(
    () =>
      firstOfEach(graph.edges).flatMap((edge): Edge[] => {
        const from = nodeOf(graph, edge.source)
        const to = nodeOf(graph, edge.target)
        if (!from || !to) return []
        const way = waysOf(from).find(known => known !== null && known === edge.sourceHandle)
        return [
          {
            id: edge.id,
            source: edge.source,
            target: edge.target,
            sourceHandle: way ?? null,
            selected: edge.id === selected,
            ariaLabel: `${labelOf(from)} → ${labelOf(to)}`,
            markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--line-control)' },
            ...(way && { label: t(`ways.${way as 'true' | 'false' | 'body' | 'done'}`) }),
          },
        ]
      }),
    [graph, selected, t],
  )
}

function useLabels(editable: boolean): Partial<AriaLabelConfig> {
  const { t } = useTranslation('workflows')
  return useMemo(
    () => ({
      'node.a11yDescription.default': editable ? t('canvasHelp.node') : '',
      'node.a11yDescription.keyboardDisabled': '',
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('canvasHelp.moved', { x: String(Math.round(x)), y: String(Math.round(y)) }),
      'edge.a11yDescription.default': editable ? t('canvasHelp.edge') : '',
      'controls.ariaLabel': t('canvasHelp.controls'),
      'controls.zoomIn.ariaLabel': t('canvasHelp.zoomIn'),
      'controls.zoomOut.ariaLabel': t('canvasHelp.zoomOut'),
      'controls.fitView.ariaLabel': t('canvasHelp.fit'),
      'handle.ariaLabel': t('canvasHelp.handle'),
    }),
    [editable, t],
  )
}
