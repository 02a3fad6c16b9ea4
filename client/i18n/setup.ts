import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { zh } from './zh.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Values are put in by React, which escapes them itself. */
export const createI18n = (language: Language): i18n => {
  const instance = createInstance()
  instance.use(initReactI18next)
  void instance.init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

/** What the `lang` attribute of the page says. */
export const htmlLang = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

export const isLanguage = (value: string | null): value is Language => LANGUAGES.some((known) => known === value)
