import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppContext } from '../commands/app-commands.ts'
import { htmlLang, type Language } from '../i18n/setup.ts'
import { useWords } from '../i18n/words.ts'
import { LANGUAGE_KEY } from '../state/preferences.ts'
import { useMemory } from './memory.tsx'
import { usePlace } from './place.tsx'

export type App = AppContext & { searching: boolean }

const Context = createContext<App | null>(null)

/** What the commands of the frame act on. */
export const AppProvider = ({ children }: { children: ReactNode }) => {
  const { language } = useWords()
  const { i18n } = useTranslation()
  const memory = useMemory()
  const scheme = useComputedColorScheme('light')
  const { setColorScheme } = useMantineColorScheme()
  const place = usePlace()
  const [searching, setSearching] = useState(false)
  const setLanguage = useCallback(
    (next: Language) => {
      memory.set(LANGUAGE_KEY, next)
      void i18n.changeLanguage(next)
    },
    [i18n, memory],
  )
  const setDark = useCallback((dark: boolean) => setColorScheme(dark ? 'dark' : 'light'), [setColorScheme])
  useEffect(() => {
    document.documentElement.lang = htmlLang(language)
  }, [language])
  const searchable = place.current !== null
  const app = useMemo(
    () => ({ language, dark: scheme === 'dark', searchable, searching, setLanguage, setDark, setSearching }),
    [language, scheme, searchable, searching, setLanguage, setDark],
  )
  return <Context value={app}>{children}</Context>
}

export const useApp = (): App => {
  const app = useContext(Context)
  if (!app) throw new Error('useApp stands outside AppProvider')
  return app
}
