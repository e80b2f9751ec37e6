import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSession, useSessionStore } from '../auth/session'
import { Button, ButtonLink } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { sayDone } from '../ui/toasts'
import { messageOfAuth } from './auth-errors'
import { PasswordField } from './PasswordField'
import { formClass, Welcome } from './Welcome'

/** Where the link of a mail leads. It signs in whoever opened it; a link that is used up signs in nobody. */
export function ResetPasswordPage() {
  const { t } = useTranslation('account')
  const session = useSession()
  if (session.status === 'starting') return <Loading page />
  if (session.status === 'in') return <NewPassword email={session.user.email} />
  return (
    <Welcome title={t('reset.badLinkTitle')}>
      <p>{t('reset.badLink')}</p>
      <ButtonLink look="primary" to="/forgotten">
        {t('reset.again')}
      </ButtonLink>
    </Welcome>
  )
}

function NewPassword({ email }: { email: string }) {
  const { t } = useTranslation('account')
  const { supabase } = useSessionStore()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: async () => {
      const { error } = await supabase.auth.updateUser({ password })
      return error === null ? undefined : messageOfAuth(error)
    },
    onSuccess: problem => {
      if (problem !== undefined) return
      sayDone(t('reset.done'))
      void navigate('/', { replace: true })
    },
  })
  return (
    <Welcome title={t('reset.title')}>
      <form
        className={formClass}
        onSubmit={event => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {/* For the password manager, which has to know whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t('newPassword')}
          hint={t('passwordHint')}
          name="password"
          autoComplete="new-password"
          required
          minLength={6}
          maxLength={72}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {save.data !== undefined && <Notice kind="bad">{save.data}</Notice>}
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('reset.action')}
        </Button>
      </form>
    </Welcome>
  )
}
