/** What the server says when the application starts; see server/settings.js. */
export interface Config {
  supabaseUrl: string
  supabaseAnonKey: string
  /** Without `/api/v1`. */
  apiUrl: string
  /** Where files are sent and shown from, as the policy of the page has it. */
  storageOrigins: string[]
}

export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json')
  if (!response.ok) throw new Error(`/config.json was answered by ${response.status}`)
  return (await response.json()) as Config
}
