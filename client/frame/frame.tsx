import type { ReactNode } from 'react'
import { APP_COMMANDS } from '../commands/app-commands.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useWords } from '../i18n/words.ts'
import { useAddress } from './address.ts'
import { useApp } from './app-context.tsx'
import classes from './frame.module.css'
import { Header } from './header.tsx'
import { SearchPalette } from './search-palette.tsx'
import { TabBar } from './tab-bar.tsx'

/** What stays while pages come and go. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { t } = useWords()
  const app = useApp()
  const { path } = useAddress()
  useCommands(APP_COMMANDS, app)
  return (
    <div className={classes.frame} data-reading={path.startsWith('/meetings/') ? '' : undefined}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Header />
      {children}
      <TabBar />
      <SearchPalette />
    </div>
  )
}
