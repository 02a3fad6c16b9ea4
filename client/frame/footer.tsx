import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useWords } from '../i18n/words.ts'
import { coverageQuery } from '../queries.ts'
import { versionText } from '../state/names.ts'
import classes from './footer.module.css'
import { usePlace } from './place.tsx'

/** What the page rests on. */
export const Footer = () => {
  const { t } = useWords()
  const { current, link } = usePlace()
  const { data } = useQuery({ ...coverageQuery(current?.id ?? ''), enabled: current !== null })
  if (!current) return null
  const parts = [
    t('overview.footVersion', { version: versionText(current.version) }),
    t('overview.footDocuments', { count: current.documents }),
    ...(data ? [data.warnings ? t('overview.footUnread', { count: data.warnings }) : t('overview.footAllRead')] : []),
  ]
  return (
    <footer className={classes.footer}>
      <span>{parts.join(' · ')}</span>
      <Link href={link('/method')}>{t('method.link')}</Link>
    </footer>
  )
}
