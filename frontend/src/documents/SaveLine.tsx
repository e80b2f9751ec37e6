import { useTranslation } from 'react-i18next'
import { messageOf } from '../api/problem'
import type { SaveState } from './autosave'
import styles from './Editor.module.css'

/** Whether what was typed is safe, in words. */
export function SaveLine({ state, words }: { state: SaveState; words: number }) {
  const { t } = useTranslation('documents')
  return (
    <p className={styles.state} data-status={state.status}>
      <span>{t('words', { count: words })}</span>
      <span role="status">{line()}</span>
    </p>
  )

  function line() {
    switch (state.status) {
      case 'saved':
      case 'waiting':
      case 'saving':
      case 'failed':
      case 'conflict':
        return t(`save.${state.status}`)
      case 'blank':
        return t('titleMissing')
      case 'refused':
        return t('save.refused', { reason: messageOf(state.error) })
      case 'gone':
        return ''
    }
  }
}
