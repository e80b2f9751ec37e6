import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSessionStore } from '../auth/session'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { messageOfAuth } from './auth-errors'
import { formClass, linksClass, Welcome } from './Welcome'

export function ForgottenPage() {
  const { t } = useTranslation('account')
  const { supabase } = useSessionStore()
  const [email, setEmail] = useState('')
  const ask = useMutation({
    mutationFn: async (address: string) => {
      const redirectTo = `${window.location.origin}/reset-password`
      const { error } = await supabase.auth.resetPasswordForEmail(address, { redirectTo })
      return error === null ? undefined : messageOfAuth(error)
    },
  })
  const sent = ask.isSuccess && ask.data === undefined
  return (
    <Welcome title={sent ? t('forgotten.sentTitle') : t('forgotten.title')}>
      {sent ? (
        <Notice kind="good">{t('forgotten.sent', { email: ask.variables })}</Notice>
      ) : (
        <form
          className={formClass}
          onSubmit={event => {
            event.preventDefault()
            ask.mutate(email.trim())
          }}
        >
          <p>{t('forgotten.text')}</p>
          <TextField
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={event => setEmail(event.target.value)}
          />
          {ask.data !== undefined && <Notice kind="bad">{ask.data}</Notice>}
          <Button type="submit" look="primary" busy={ask.isPending}>
            {t('forgotten.action')}
          </Button>
        </form>
      )}
      <p className={linksClass}>
        <Link to="/sign-in">{t('forgotten.back')}</Link>
      </p>
    </Welcome>
  )
}
