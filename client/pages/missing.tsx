import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Main } from '../frame/page.tsx'
import { usePageTitle } from '../frame/page-title.ts'
import { usePlace } from '../frame/place.tsx'
import { useWords } from '../i18n/words.ts'
import classes from './missing.module.css'

/** An address that leads nowhere, or no longer: what it pointed to, and the nearest thing that works. */
export const Missing = ({ what, children }: { what: string | null; children?: ReactNode }) => {
  const { t } = useWords()
  const { link } = usePlace()
  usePageTitle(t('missing.title'))
  return (
    <Main className={classes.page}>
      <h1 className={classes.sentence}>{what ?? t('missing.page')}</h1>
      {what ? <p className={classes.why}>{t('missing.why')}</p> : null}
      <p className={classes.ways}>
        {children}
        <Link href={link('/')}>{t('missing.home')}</Link>
      </p>
    </Main>
  )
}
