import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useSessionStore } from '../auth/session'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { messageOfAuth } from './auth-errors'
import { PasswordField } from './PasswordField'
import { formClass, linksClass, Welcome } from './Welcome'

/** Where it leads afterwards is decided by the gate around it (SignedOutOnly), once the session is there. */
export function SignInPage() {
  const { t } = useTranslation('account')
  const { supabase } = useSessionStore()
  const [query] = useSearchParams()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: async () => {
      const { error } = await supabase.auth.signInWithPassword({ email: email.trim(), password })
      return error === null ? undefined : messageOfAuth(error)
    },
  })
  return (
    <Welcome title={t('signIn.title')}>
      {query.has('ended') && <Notice>{t('signIn.ended')}</Notice>}
      <form
        className={formClass}
        onSubmit={event => {
          event.preventDefault()
          signIn.mutate()
        }}
      >
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {signIn.data !== undefined && <Notice kind="bad">{signIn.data}</Notice>}
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {t('signIn.action')}
        </Button>
      </form>
      <p className={linksClass}>
        <Link to="/forgotten">{t('signIn.forgotten')}</Link>
        <span>
          {t('signIn.new')} <Link to={`/register?${query}`}>{t('signIn.register')}</Link>
        </span>
      </p>
    </Welcome>
  )
}
