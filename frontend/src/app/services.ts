import type { QueryClient } from '@tanstack/react-query'
import { createApi, type Api } from '../api/client'
import { createQueryClient } from '../api/queries'
import { SessionStore } from '../auth/session'
import { createSupabase } from '../auth/supabase'
import type { Config } from '../config/config'
import { Uploads } from '../files/uploads'
import { documentTransportFor, transportFor } from '../files/transport'
import type { AllUploads } from '../files/uploads-context'

/** What lives as long as the page does. */
export interface Services {
  config: Config
  session: SessionStore
  api: Api
  queries: QueryClient
  uploads: AllUploads
}

export function createServices(config: Config): Services {
  const session = new SessionStore(createSupabase(config))
  const api = createApi(config.apiUrl, session)
  const queries = createQueryClient()
  const stale = (list: keyof AllUploads) => (projectId: string) =>
    void queries.invalidateQueries({ queryKey: [list, projectId] })
  const uploads = {
    files: new Uploads(transportFor(config.apiUrl, api, session), stale('files')),
    documents: new Uploads(documentTransportFor(config.apiUrl, session), projectId => {
      stale('documents')(projectId)
      stale('files')(projectId)
    }),
  }
  forgetWithTheUser(session, queries, uploads)
  return { config, session, api, queries, uploads }
}

/** Nothing of one user may be shown to the next one. */
function forgetWithTheUser(session: SessionStore, queries: QueryClient, uploads: AllUploads) {
  let user: string | undefined
  session.subscribe(() => {
    const state = session.snapshot()
    const next = state.status === 'in' ? state.user.id : undefined
    if (next === undefined || (user !== undefined && next !== user)) {
      queries.clear()
      uploads.files.clear()
      uploads.documents.clear()
    }
    user = next
  })
}
