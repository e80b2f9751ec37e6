import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { ApiContext } from '../api/context'
import { SessionContext } from '../auth/session'
import { ConfigContext } from '../config/context'
import { UploadsContext } from '../files/uploads-context'
import { Toasts } from '../ui/Toasts'
import { createRouter } from './routes'
import type { Services } from './services'

export function App({ services }: { services: Services }) {
  const [router] = useState(createRouter)
  return (
    // The policy of the page admits no style elements; what Base UI would write there is in our style sheets.
    <CSPProvider disableStyleElements>
      <SessionContext value={services.session}>
        <ConfigContext value={services.config}>
          <ApiContext value={services.api}>
            <UploadsContext value={services.uploads}>
              <QueryClientProvider client={services.queries}>
                <RouterProvider router={router} />
                <Toasts />
              </QueryClientProvider>
            </UploadsContext>
          </ApiContext>
        </ConfigContext>
      </SessionContext>
    </CSPProvider>
  )
}
