import type { Language } from '../i18n/setup.ts'
import type { Command } from './command.ts'

export type AppContext = {
  language: Language
  dark: boolean
  searchable: boolean
  setLanguage: (language: Language) => void
  setDark: (dark: boolean) => void
  setSearching: (searching: boolean) => void
}

export const openSearch: Command<AppContext> = {
  id: 'open-search',
  keys: ['mod+k', '/'],
  enabled: ({ searchable }) => searchable,
  run: ({ setSearching }) => setSearching(true),
}

export const toggleTheme: Command<AppContext> = {
  id: 'toggle-theme',
  keys: [],
  enabled: () => true,
  run: ({ dark, setDark }) => setDark(!dark),
}

export const toggleLanguage: Command<AppContext> = {
  id: 'toggle-language',
  keys: [],
  enabled: () => true,
  run: ({ language, setLanguage }) => setLanguage(language === 'zh' ? 'en' : 'zh'),
}

export const APP_COMMANDS: readonly Command<AppContext>[] = [openSearch, toggleTheme, toggleLanguage]
