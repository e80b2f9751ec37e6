import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'

/** When a page could not be loaded or has failed: most often there is a new version, whose files have other names. */
export function Crash() {
  const { t } = useTranslation()
  return (
    <main id="content">
      <Empty
        page
        seed="crash"
        title={t('crash.title')}
        text={t('crash.text')}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('crash.action')}
          </Button>
        }
      />
    </main>
  )
}
