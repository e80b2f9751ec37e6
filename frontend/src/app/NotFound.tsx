import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { useTitle } from '../ui/title'

export function NotFound() {
  const { t } = useTranslation()
  useTitle(t('notFound.title'))
  return (
    <Empty
      page
      seed="nothing"
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <ButtonLink look="primary" to="/">
          {t('notFound.action')}
        </ButtonLink>
      }
    />
  )
}
