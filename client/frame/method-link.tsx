import { Link } from 'wouter'
import { useWords } from '../i18n/words.ts'
import classes from './method-link.module.css'
import { usePlace } from './place.tsx'

/** A part of the page on method, by its anchor. */
type MethodPart = 'count' | 'chance' | 'share' | 'people' | 'course' | 'limits'

/** Beside a figure: how it was made. */
export const MethodLink = ({ part }: { part: MethodPart }) => {
  const { t } = useWords()
  const { link } = usePlace()
  return (
    <Link href={`${link('/method')}#${part}`} className={classes.method}>
      {t(`method.how.${part}`)}
    </Link>
  )
}
