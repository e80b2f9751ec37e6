import { diffLines } from 'diff'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from './autosave'
import styles from './Conflict.module.css'

/** Longer than this nobody waits; the texts are then shown as wholly different. */
const TIMEOUT_MS = 1_000

export function Comparison({ mine, theirs }: { mine: Text; theirs: Text }) {
  const { t } = useTranslation('documents')
  const parts = useMemo(() => {
    const before = `${theirs.title}\n\n${theirs.content}\n`
    const after = `${mine.title}\n\n${mine.content}\n`
    return (
      diffLines(before, after, { timeout: TIMEOUT_MS }) ?? [
        { value: before, removed: true, added: false },
        { value: after, removed: false, added: true },
      ]
    )
  }, [mine, theirs])
  return (
    // It scrolls, so it has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.comparison} role="region" tabIndex={0} aria-label={t('conflict.comparison')}>
      {parts.map((part, index) => {
        if (part.added) {
          return (
            <ins key={index}>
              <span className="visually-hidden">{t('conflict.onlyMine')} </span>
              {part.value}
            </ins>
          )
        }
        if (part.removed) {
          return (
            <del key={index}>
              <span className="visually-hidden">{t('conflict.onlyTheirs')} </span>
              {part.value}
            </del>
          )
        }
        return <span key={index}>{part.value}</span>
      })}
    </div>
  )
}
