import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button'
import field from '../ui/Field.module.css'
import { canConnect, connect, labelOf, nodeOf, remove, waysOf, type Graph, type WorkflowNode } from './graph'
import styles from './NodePanel.module.css'

interface WaysProps {
  graph: Graph
  node: WorkflowNode
  onChange: (graph: Graph) => void
}

/** Where a step leads to, for those who do not draw. */
export function Ways({ graph, node, onChange }: WaysProps) {
  const { t } = useTranslation('workflows')
  const ways = waysOf(node)
  if (ways.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend>{t('ways.title')}</legend>
      <Targets graph={graph} node={node} onChange={onChange} />
      {ways.map(way => (
        <AddWay key={way ?? ''} graph={graph} node={node} way={way} onChange={onChange} />
      ))}
    </fieldset>
  )
}

function useWayName() {
  const { t } = useTranslation('workflows')
  return (way: string | null | undefined) =>
    way === 'true' || way === 'false' || way === 'body' || way === 'done' ? t(`ways.${way}`) : undefined
}

function Targets({ graph, node, onChange }: WaysProps) {
  const { t } = useTranslation('workflows')
  const nameOf = useWayName()
  const edges = graph.edges.filter(edge => edge.source === node.id)
  if (edges.length === 0) return <p className={styles.hint}>{t('ways.none')}</p>
  return (
    <ul className={styles.list}>
      {edges.map(edge => {
        const target = nodeOf(graph, edge.target)
        const name = target ? labelOf(target) : edge.target
        return (
          <li key={edge.id}>
            <span>
              {nameOf(edge.sourceHandle) !== undefined && <small>{nameOf(edge.sourceHandle)}: </small>}
              {name}
            </span>
            <IconButton label={t('ways.remove', { name })} small onClick={() => onChange(remove(graph, [], [edge.id]))}>
              <X aria-hidden="true" />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}

function AddWay({ graph, node, way, onChange }: WaysProps & { way: string | null }) {
  const { t } = useTranslation('workflows')
  const nameOf = useWayName()
  const id = useId()
  const targets = graph.nodes.filter(other => canConnect(graph, node.id, other.id, way))
  return (
    <div className={field.field}>
      <label htmlFor={id}>{nameOf(way) ?? t('ways.add')}</label>
      <select
        id={id}
        className={field.control}
        value=""
        disabled={targets.length === 0}
        onChange={event => onChange(connect(graph, node.id, event.target.value, way))}
      >
        <option value="">{t('ways.choose')}</option>
        {targets.map(target => (
          <option key={target.id} value={target.id}>
            {labelOf(target)}
          </option>
        ))}
      </select>
    </div>
  )
}
