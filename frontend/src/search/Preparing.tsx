import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice'
import { usePreparing } from './search'

/** Says that something may be missing because it was just written. */
export function Preparing({ projectId }: { projectId: string }) {
  const { t } = useTranslation('search')
  const count = usePreparing(projectId)
  return count > 0 && <Notice>{t('preparing', { count })}</Notice>
}
