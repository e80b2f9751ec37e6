import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { versioned } from '../api/client'
import { useApi } from '../api/context'
import type { components } from '../api/schema'
import { speak } from '../i18n/i18n'
import { LANGUAGES, type Language } from '../i18n/languages'
import { chooseTheme, useTheme } from '../theme/theme'
import { Button } from '../ui/Button'
import { Choice, TextField } from '../ui/Field'
import { Loading } from '../ui/Loading'
import { Failure } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { useTitle } from '../ui/title'
import { sayDone } from '../ui/toasts'
import { ME, useMe } from './me'
import styles from './ProfilePage.module.css'
import { SignOut } from './SignOut'

export function ProfilePage() {
  const { t, i18n } = useTranslation('account')
  const me = useMe()
  const theme = useTheme()
  useTitle(t('profile.title'))
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <h1>{t('profile.title')}</h1>
      <section className={styles.card} aria-labelledby="you">
        <h2 id="you">{t('profile.you')}</h2>
        {me.isPending && <Loading />}
        {me.isError && <Failure error={me.error} onRetry={() => void me.refetch()} />}
        {me.data && <Name user={me.data.value} />}
      </section>
      <section className={styles.card} aria-labelledby="appearance">
        <h2 id="appearance">{t('profile.appearance')}</h2>
        <Choice<Language>
          label={t('profile.language')}
          value={i18n.language as Language}
          options={LANGUAGES}
          onChoose={language => void speak(language)}
        />
        <Choice
          label={t('profile.theme')}
          value={theme}
          options={{
            system: t('profile.themes.system'),
            light: t('profile.themes.light'),
            dark: t('profile.themes.dark'),
          }}
          onChoose={chooseTheme}
        />
      </section>
      <div>
        <SignOut />
      </div>
    </div>
  )
}

function Name({ user }: { user: components['schemas']['User'] }) {
  const { t } = useTranslation('account')
  const api = useApi()
  const queries = useQueryClient()
  const [name, setName] = useState(user.fullName)
  const save = useMutation({
    mutationFn: (fullName: string) => versioned(api.PATCH('/api/v1/me', { body: { fullName } })),
    onSuccess: saved => {
      queries.setQueryData(ME, saved)
      sayDone(t('profile.saved'))
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        save.mutate(name.trim())
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextField label={t('email')} type="email" value={user.email} readOnly />
      {save.isError && <Failure error={save.error} />}
      <Button type="submit" look="primary" busy={save.isPending}>
        {t('save', { ns: 'common' })}
      </Button>
    </form>
  )
}
