import { Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/Button'
import { FieldEditor } from './FieldEditor'
import { FaultText } from './FaultText'
import { labelOf, setData, type Graph, type WorkflowNode } from './graph'
import { kindOf, spellingOf, valueOf } from './node-types'
import { NodeIcon } from './NodeIcon'
import styles from './NodePanel.module.css'
import { referencesFor } from './references'
import { Ways } from './Ways'
import type { Fault } from './workflows'

interface NodePanelProps {
  graph: Graph
  node: WorkflowNode
  errors: readonly Fault[]
  warnings: readonly Fault[]
  /** Whether the keyboard is to go on here. */
  focus: boolean
  /** Changes that are `under` the same are undone together. */
  onChange: (graph: Graph, under?: string) => void
  onSettle: () => void
  onRemove: () => void
  onClose: () => void
}

/** Everything that a step can be told, and where it leads to. */
export function NodePanel({
  graph,
  node,
  errors,
  warnings,
  focus,
  onChange,
  onSettle,
  onRemove,
  onClose,
}: NodePanelProps) {
  const { t } = useTranslation('workflows')
  const heading = useRef<HTMLHeadingElement>(null)
  const kind = kindOf(node.type)
  const references = referencesFor(graph, node.id)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus, node.id])
  return (
    <section className={styles.panel} aria-label={t('panel', { name: labelOf(node) })}>
      <header className={styles.header}>
        <div>
          <p className={styles.type}>
            <NodeIcon type={node.type} />
            {kind ? t(`types.${kind.type}`) : node.type}
          </p>
          <h2 ref={heading} tabIndex={-1}>
            {labelOf(node)}
          </h2>
        </div>
        <IconButton label={t('closePanel')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {errors.map((fault, index) => (
        <FaultText key={index} fault={fault} className={styles.fault} />
      ))}
      {warnings.map((fault, index) => (
        <FaultText key={index} fault={fault} className={`${styles.fault} ${styles.warning}`} />
      ))}
      {!kind && <p className={styles.hint}>{t('unknownType', { type: node.type })}</p>}
      {kind?.fields.map(field => (
        <FieldEditor
          key={`${node.id} ${field.key}`}
          field={field}
          value={valueOf(field, node.data)}
          references={references}
          invalid={errors.some(fault => fault.message.includes(spellingOf(field, node.data)))}
          onChange={value => {
            const key = spellingOf(field, node.data)
            onChange(setData(graph, node.id, key, value), `${node.id} ${key}`)
          }}
          onSettle={onSettle}
        />
      ))}
      <Ways graph={graph} node={node} onChange={onChange} />
      <p className={styles.hint}>
        {kind && kind.outputs.length > 0
          ? t('idHint', { reference: `{{${node.id}.${kind.outputs[0]}}}` })
          : t('idHintPlain', { id: node.id })}
      </p>
      <div>
        <Button small onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          {t('removeStep')}
        </Button>
      </div>
    </section>
  )
}
