import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Canvas.module.css'
import { labelOf, waysOf, type WorkflowNode } from './graph'
import { kindOf } from './node-types'
import { NodeIcon } from './NodeIcon'

export type Tone = 'bad' | 'good' | 'busy' | 'dim' | 'plain'

/** What is to be said about a node where it is drawn. */
export interface Mark {
  tone: Tone
  /** Short: `2 faults`, `At work · 3 s`. */
  words?: string
  /** The end of a text that is being written. */
  excerpt?: string
  /** A small picture that it made. */
  picture?: string
}

export type StepNodeType = Node<{ node: WorkflowNode; mark: Mark | undefined }, 'step'>

/** A step as the drawing shows it. */
export const StepNode = memo(function StepNode({ data, selected, isConnectable }: NodeProps<StepNodeType>) {
  const { t } = useTranslation('workflows')
  const { node, mark } = data
  const kind = kindOf(node.type)
  const ways = waysOf(node)
  return (
    <div className={styles.node} data-selected={selected || undefined} data-tone={mark?.tone}>
      {kind?.type !== 'start' && <Handle type="target" position={Position.Left} isConnectable={isConnectable} />}
      <span className={styles.type}>
        <NodeIcon type={node.type} />
        {kind ? t(`types.${kind.type}`) : node.type}
      </span>
      <span className={styles.label} title={labelOf(node)}>
        {labelOf(node)}
      </span>
      {mark?.words !== undefined && (
        <span className={styles.badge} data-tone={mark.tone}>
          {mark.words}
        </span>
      )}
      {mark?.excerpt !== undefined && <span className={styles.excerpt}>{mark.excerpt}</span>}
      {mark?.picture !== undefined && <img src={mark.picture} alt="" className={styles.picture} draggable={false} />}
      {ways.map((way, index) => (
        <Handle
          key={way ?? ''}
          type="source"
          position={Position.Right}
          {...(way !== null && { id: way })}
          className={ways.length > 1 ? (index === 0 ? 'first' : 'second') : ''}
          isConnectable={isConnectable}
        />
      ))}
    </div>
  )
})
