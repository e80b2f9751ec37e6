import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import type { Text } from './autosave'
import styles from './Conflict.module.css'

const Comparison = lazy(async () => ({ default: (await import('./Comparison')).Comparison }))

interface ConflictProps {
  mine: Text
  theirs: Text
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else was faster: the writer chooses which text goes on. */
export function Conflict({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { t } = useTranslation('documents')
  const [comparing, setComparing] = useState(false)
  return (
    <section role="alert" className={styles.conflict}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <div className={styles.choices}>
        <Button look="primary" onClick={onKeepMine}>
          {t('conflict.mine')}
        </Button>
        <Button onClick={onTakeTheirs}>{t('conflict.theirs')}</Button>
        <Button look="quiet" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
          {comparing ? t('conflict.hide') : t('conflict.compare')}
        </Button>
      </div>
      {comparing && (
        <Suspense fallback={<Loading />}>
          <Comparison mine={mine} theirs={theirs} />
        </Suspense>
      )}
    </section>
  )
}
