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

/** The account is usable at once: mails are not asked to be confirmed. */
export function RegisterPage() {
  const { t } = useTranslation('account')
  const { supabase } = useSessionStore()
  const [query] = useSearchParams()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const register = useMutation({
    mutationFn: async () => {
      const { error } = await supabase.auth.signUp({
        email: email.trim(),
        password,
        options: { data: { full_name: name.trim() } },
      })
      return error === null ? undefined : messageOfAuth(error)
    },
  })
  return (
    <Welcome title={t('register.title')}>
      <form
        className={formClass}
        onSubmit={event => {
          event.preventDefault()
          register.mutate()
        }}
      >
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          value={name}
          onChange={event => setName(event.target.value)}
        />
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
          hint={t('passwordHint')}
          name="password"
          autoComplete="new-password"
          required
          minLength={6}
          maxLength={72}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {register.data !== undefined && <Notice kind="bad">{register.data}</Notice>}
        <Button type="submit" look="primary" busy={register.isPending}>
          {t('register.action')}
        </Button>
      </form>
      <p className={linksClass}>
        <span>
          {t('register.known')} <Link to={`/sign-in?${query}`}>{t('register.signIn')}</Link>
        </span>
      </p>
    </Welcome>
  )
}
