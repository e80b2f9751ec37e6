import { useTranslation } from 'react-i18next'
import { labelOf, readingOrder, type Graph } from './graph'
import { kindOf } from './node-types'
import { NodeIcon } from './NodeIcon'
import type { Mark } from './StepNode'
import canvas from './Canvas.module.css'
import styles from './WorkflowEditor.module.css'

interface StepOutlineProps {
  graph: Graph
  selected: string | undefined
  onSelect: (id: string) => void
  marks: ReadonlyMap<string, Mark>
}

/** The steps one below the other, for narrow screens and for those who would rather read than look at a drawing. */
export function StepOutline({ graph, selected, onSelect, marks }: StepOutlineProps) {
  const { t } = useTranslation('workflows')
  return (
    <ol aria-label={t('list')} className={styles.steps}>
      {readingOrder(graph).map((node, index) => {
        const mark = marks.get(node.id)
        const kind = kindOf(node.type)
        return (
          <li key={`${index} ${node.id}`}>
            <button type="button" aria-pressed={node.id === selected} onClick={() => onSelect(node.id)}>
              <NodeIcon type={node.type} />
              <span>
                <strong>{labelOf(node)}</strong>
                <small>{kind ? t(`types.${kind.type}`) : node.type}</small>
              </span>
              {mark?.words !== undefined && (
                <span className={canvas.badge} data-tone={mark.tone}>
                  {mark.words}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
