import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Fault } from './workflows'

/** What is wrong. The API says it exactly, but in English: for others it says what kind of fault it is before that. */
export function FaultText({ fault, className }: { fault: Fault; className?: string | undefined }) {
  const { t } = useTranslation('workflows')
  return (
    <p className={className}>
      {i18next.language !== 'en' && <>{t(`faults.${fault.code}`)} </>}
      <span lang="en">{fault.message}</span>
    </p>
  )
}
