import type { AuthError } from '@supabase/supabase-js'
import i18next from 'i18next'
import type { account } from '../i18n/en/account'

type Known = keyof typeof account.errors

/** The codes are Supabase's, and more of them may come. */
function isKnown(code: string | undefined): code is Known {
  return code !== undefined && i18next.exists(`account:errors.${code}`)
}

/** What Supabase refused, in the user's language, with what to do about it. */
export function messageOfAuth({ name, code }: AuthError): string {
  if (name === 'AuthRetryableFetchError') return i18next.t('account:errors.unreachable')
  return i18next.t(`account:errors.${isKnown(code) ? code : 'unknown'}`)
}
