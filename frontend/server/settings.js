/**
 * What the environment says: read when the server starts, so that one build serves every environment.
 *
 * @typedef {{ supabaseUrl: string, supabaseAnonKey: string, apiUrl: string, storageOrigins: string[] }} Config
 * @typedef {{ port: number, config: Config }} Settings
 */

/** Where R2 takes and shows files, for who has not said where their bucket is. */
const ANY_BUCKET_OF_R2 = ['https://*.r2.cloudflarestorage.com', 'https://*.r2.dev']

export class WrongSettings extends Error {
  /** @param {string[]} faults */
  constructor(faults) {
    super(['The configuration is wrong:', ...faults.map(fault => `  ${fault}`)].join('\n'))
  }
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Settings}
 * @throws {WrongSettings} which names all faults at once
 */
export function readSettings(environment) {
  /** @type {string[]} */
  const faults = []

  /** @param {string} name @param {string} example */
  const required = (name, example) => {
    const value = (environment[name] ?? '').trim()
    if (value === '') faults.push(`${name} is missing; set it to something like ${example}`)
    return value
  }
  /** @param {string} name @param {string} value */
  const address = (name, value) => {
    if (value === '') return ''
    try {
      const url = new URL(value)
      if (!/^https?:$/.test(url.protocol)) throw new TypeError()
      return value.replace(/\/+$/, '')
    } catch {
      faults.push(`${name} must be an address that begins with https:// or http://`)
      return ''
    }
  }

  const supabaseUrl = address('SUPABASE_URL', required('SUPABASE_URL', 'https://abcdefgh.supabase.co'))
  const supabaseAnonKey = required('SUPABASE_ANON_KEY', 'sb_publishable_...')
  const apiUrl = address('API_URL', required('API_URL', 'https://api.example.com'))
  const storage = ['R2_ENDPOINT', 'R2_PUBLIC_URL'].map(name => address(name, (environment[name] ?? '').trim()))
  const port = Number(environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT must be a number from 0 to 65535')

  if (/^sb_secret_|service_role/.test(supabaseAnonKey) || roleOf(supabaseAnonKey) === 'service_role') {
    faults.push('SUPABASE_ANON_KEY is a secret key, which every visitor would see; use the publishable (anon) one')
  }
  if (faults.length > 0) throw new WrongSettings(faults)
  const [endpoint, publicUrl] = storage.map(url => (url === '' ? undefined : new URL(url).origin))
  const storageOrigins = [endpoint ?? ANY_BUCKET_OF_R2[0], publicUrl ?? ANY_BUCKET_OF_R2[1]]
  return {
    port,
    config: { supabaseUrl, supabaseAnonKey, apiUrl, storageOrigins: [...new Set(storageOrigins)].map(String) },
  }
}

/** The role in a key that is a token; nothing is believed because of it. @param {string} key */
function roleOf(key) {
  try {
    return JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString()).role
  } catch {
    return undefined
  }
}
