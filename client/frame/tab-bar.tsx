import { Link } from 'wouter'
import { useWords } from '../i18n/words.ts'
import { useAddress } from './address.ts'
import { Icon } from './icons.tsx'
import { ENTRIES } from './navigation.ts'
import { usePlace } from './place.tsx'
import classes from './tab-bar.module.css'

/** The navigation of a phone. */
export const TabBar = () => {
  const { t } = useWords()
  const { path } = useAddress()
  const { link } = usePlace()
  return (
    <nav className={classes.bar} aria-label={t('nav.label')}>
      {ENTRIES.filter(({ phone }) => phone === 'tab').map(({ id, path: to, icon, within }) => (
        <Link key={id} href={link(to)} className={classes.tab} aria-current={within(path) ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          {t(`nav.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
