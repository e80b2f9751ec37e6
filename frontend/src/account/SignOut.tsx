import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useIdentity, useSessionStore } from '../auth/session'
import { draftsOf } from '../documents/drafts'
import { forgetQuestions } from '../questions/kept'
import { Button } from '../ui/Button'
import { Confirm } from '../ui/Dialog'
import { sayProblem } from '../ui/toasts'

/** Signs out, and asks first when something would be lost by it. */
export function SignOut() {
  const { t } = useTranslation('account')
  const session = useSessionStore()
  const { id } = useIdentity()
  const drafts = draftsOf(id)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)

  const leave = async () => {
    await session.signOut()
    if (session.snapshot().status !== 'out') {
      sayProblem(t('errors.unreachable'))
      return
    }
    drafts.forgetAll()
    forgetQuestions(id)
    await navigate('/sign-in', { replace: true })
  }
  return (
    <>
      <Button
        onClick={() => {
          if (drafts.any()) setAsking(true)
          else void leave()
        }}
      >
        <LogOut aria-hidden="true" />
        {t('nav.signOut', { ns: 'common' })}
      </Button>
      <Confirm
        open={asking}
        title={t('signOut.title')}
        text={t('signOut.text')}
        action={t('signOut.action')}
        stay={t('signOut.stay')}
        onConfirm={() => void leave()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
