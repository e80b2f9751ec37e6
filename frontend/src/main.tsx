import '@fontsource/bricolage-grotesque/700.css'
import '@fontsource-variable/instrument-sans/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { createServices } from './app/services'
import { readConfig } from './config/config'
import { startI18n } from './i18n/i18n'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the application')

const [config] = await Promise.all([readConfig(), startI18n()])
createRoot(root).render(
  <StrictMode>
    <App services={createServices(config)} />
  </StrictMode>,
)
