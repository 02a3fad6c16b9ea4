import './no-eval.ts'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Drawer.css'
import '@mantine/core/styles/VisuallyHidden.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createI18n, htmlLang, isLanguage } from './i18n/setup.ts'
import { createQueryClient } from './queries.ts'
import { browserMemory, LANGUAGE_KEY } from './state/preferences.ts'
import { takeToken } from './state/write-token.ts'

const memory = browserMemory(() => window.localStorage)
takeToken(
  window.location,
  browserMemory(() => window.sessionStorage),
  (address) => window.history.replaceState(window.history.state, '', address),
)
const remembered = memory.get(LANGUAGE_KEY)
const language = isLanguage(remembered) ? remembered : 'zh'
document.documentElement.lang = htmlLang(language)

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App words={createI18n(language)} queries={createQueryClient()} memory={memory} />
  </StrictMode>,
)
