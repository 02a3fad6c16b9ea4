import { useEffect } from 'react'
import { useWords } from '../i18n/words.ts'

/** The title of the document, in the language of the page. */
export const usePageTitle = (page: string | null): void => {
  const { t } = useWords()
  useEffect(() => {
    document.title = page ? t('app.title', { page }) : t('app.name')
  }, [page, t])
}
