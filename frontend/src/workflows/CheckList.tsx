import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { FaultText } from './FaultText'
import { labelOf, nodeOf, type Graph } from './graph'
import styles from './WorkflowEditor.module.css'
import type { Check, Fault } from './workflows'

interface CheckListProps {
  graph: Graph
  check: Check | undefined
  onJump: (id: string) => void
}

/** Everything that is wrong, with a way to where it is. */
export function CheckList({ graph, check, onJump }: CheckListProps) {
  const { t } = useTranslation('workflows')
  if (!check) return <p className={styles.state}>{t('check.checking')}</p>
  const { errors, warnings } = check
  const counts = [
    errors.length > 0 && t('check.faults', { count: errors.length }),
    warnings.length > 0 && t('check.warnings', { count: warnings.length }),
  ].filter(words => words !== false)
  const tone = errors.length > 0 ? 'bad' : 'good'
  const Icon = errors.length > 0 ? CircleAlert : CircleCheck
  const summary = errors.length > 0 ? counts.join(', ') : [t('check.good'), ...counts].join(' · ')
  if (counts.length === 0) {
    return (
      <p role="status" className={styles.check} data-tone={tone}>
        {summary}
      </p>
    )
  }
  return (
    <details className={styles.check} data-tone={tone} open={errors.length > 0}>
      <summary>
        <Icon aria-hidden="true" />
        <span role="status">{summary}</span>
      </summary>
      <ul aria-label={t('check.title')}>
        {[...errors, ...warnings].map((fault, index) => (
          <li key={index}>
            <Where graph={graph} fault={fault} onJump={onJump} />
            <FaultText fault={fault} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Where({ graph, fault, onJump }: { graph: Graph; fault: Fault; onJump: (id: string) => void }) {
  const { t } = useTranslation('workflows')
  const node = nodeOf(graph, fault.nodeId ?? undefined)
  if (!node) return <span>{fault.nodeId ?? t('check.whole')}</span>
  return (
    <Button small look="quiet" onClick={() => onJump(node.id)}>
      {labelOf(node)}
    </Button>
  )
}
