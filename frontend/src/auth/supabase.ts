import { createClient } from '@supabase/supabase-js'
import type { Config } from '../config/config'

/**
 * Links in mails carry the session in the fragment of their address (implicit flow), so that one that was asked for on a
 * computer can be opened on a phone.
 */
export function createSupabase({ supabaseUrl, supabaseAnonKey }: Config) {
  return createClient(supabaseUrl, supabaseAnonKey, {
    auth: { flowType: 'implicit', storageKey: 'atelier.session' },
  })
}
