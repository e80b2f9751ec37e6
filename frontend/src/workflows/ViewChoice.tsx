import { useTranslation } from 'react-i18next'
import { VIEWS, type View } from './useView'
import styles from './WorkflowEditor.module.css'

export function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const { t } = useTranslation('workflows')
  return (
    <div role="group" aria-label={t('view.title')} className={styles.views}>
      {VIEWS.map(name => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onChoose(name)}>
          {t(`view.${name}`)}
        </button>
      ))}
    </div>
  )
}
