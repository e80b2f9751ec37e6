import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { DRAGGED_TYPE } from './dragged'
import { NODE_KINDS, type NodeKind } from './node-types'
import { NodeIcon } from './NodeIcon'
import styles from './WorkflowEditor.module.css'

/** Every type of step: clicked it is put behind the selected one, dragged it is put where it is dropped. */
export function Palette({ onAdd }: { onAdd: (kind: NodeKind) => void }) {
  const { t } = useTranslation('workflows')
  return (
    <section aria-label={t('palette')} className={styles.palette}>
      <h2>{t('palette')}</h2>
      {NODE_KINDS.map(kind => (
        <Button
          key={kind.type}
          look="quiet"
          draggable
          aria-label={t('add', { type: t(`types.${kind.type}`) })}
          onDragStart={event => {
            event.dataTransfer.setData(DRAGGED_TYPE, kind.type)
            event.dataTransfer.effectAllowed = 'move'
          }}
          onClick={() => onAdd(kind)}
        >
          <NodeIcon type={kind.type} />
          {t(`types.${kind.type}`)}
        </Button>
      ))}
    </section>
  )
}
