import { Link } from 'wouter'
import { openSearch, toggleLanguage, toggleTheme } from '../commands/app-commands.ts'
import { useWords } from '../i18n/words.ts'
import { useAddress } from './address.ts'
import { useApp } from './app-context.tsx'
import classes from './header.module.css'
import { Icon } from './icons.tsx'
import { JurisdictionMenu } from './jurisdiction-menu.tsx'
import { ENTRIES } from './navigation.ts'
import { PhoneMenu } from './phone-menu.tsx'
import { usePlace } from './place.tsx'

const Navigation = () => {
  const { t } = useWords()
  const { path } = useAddress()
  const { link } = usePlace()
  return (
    <nav className={classes.nav} aria-label={t('nav.label')}>
      {ENTRIES.map(({ id, path: to, within }) => (
        <Link key={id} href={link(to)} className={classes.entry} aria-current={within(path) ? 'page' : undefined}>
          {t(`nav.${id}`)}
        </Link>
      ))}
    </nav>
  )
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

const SearchButton = () => {
  const { t } = useWords()
  const app = useApp()
  return (
    <button
      type="button"
      className={classes.search}
      disabled={!openSearch.enabled(app)}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K /"
      onClick={() => void openSearch.run(app)}
    >
      <Icon name="search" size={16} />
      <span className={classes.searchText}>{t('search.placeholder')}</span>
      <kbd className={classes.key}>{isMac() ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  )
}

const Switches = () => {
  const { t } = useWords()
  const app = useApp()
  const zh = app.language === 'zh'
  return (
    <>
      <button
        type="button"
        className={classes.language}
        aria-label={t(zh ? 'header.toEnglish' : 'header.toChinese')}
        onClick={() => void toggleLanguage.run(app)}
      >
        <span lang="zh" className={zh ? classes.on : undefined}>
          中
        </span>
        <span aria-hidden="true"> / </span>
        <span lang="en" className={zh ? undefined : classes.on}>
          EN
        </span>
      </button>
      <button
        type="button"
        className={classes.theme}
        aria-label={t(app.dark ? 'header.light' : 'header.dark')}
        title={t(app.dark ? 'header.light' : 'header.dark')}
        onClick={() => void toggleTheme.run(app)}
      >
        <Icon name={app.dark ? 'sun' : 'moon'} size={18} />
      </button>
    </>
  )
}

export const Header = () => {
  const { t } = useWords()
  const app = useApp()
  const { link } = usePlace()
  return (
    <header className={classes.header}>
      <Link href={link('/')} className={classes.brand}>
        <span className={classes.seal} aria-hidden="true" lang="zh">
          {t('app.seal')}
        </span>
        <span className={classes.name}>{t('app.name')}</span>
      </Link>
      <JurisdictionMenu />
      <Navigation />
      <div className={classes.tools}>
        <SearchButton />
        <button
          type="button"
          className={classes.searchIcon}
          disabled={!openSearch.enabled(app)}
          aria-label={t('header.search')}
          aria-haspopup="dialog"
          onClick={() => void openSearch.run(app)}
        >
          <Icon name="search" size={20} />
        </button>
        <Switches />
        <PhoneMenu />
      </div>
    </header>
  )
}
