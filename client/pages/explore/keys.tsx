import type { TFunction } from 'i18next'
import { EXPLORE_COMMANDS } from '../../commands/explore-commands.ts'
import { useWords } from '../../i18n/words.ts'
import { useExploration } from './exploration.tsx'
import classes from './table.module.css'

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** A key as it is written on a keyboard: `⌘Z`, `Ctrl Z`, `⇧P`. */
export const keyText = (t: TFunction, key: string): string => {
  if (key.startsWith('mod+shift+')) return `${isMac() ? '⌘⇧' : 'Ctrl ⇧ '}${key.slice(10).toUpperCase()}`
  if (key.startsWith('mod+')) return `${isMac() ? '⌘' : 'Ctrl '}${key.slice(4).toUpperCase()}`
  if (key === ' ') return t('explore.keyNames.space')
  if (key === 'Enter') return t('explore.keyNames.enter')
  if (key === 'Escape') return t('explore.keyNames.escape')
  return /^[A-Z]$/.test(key) ? `${t('explore.keyNames.shift')}${key}` : key.toUpperCase()
}

const FIRST = 9

/** The keys of the view; all of them when asked for. */
export const Keys = () => {
  const { t } = useWords()
  const { helping } = useExploration()
  const shown = helping
    ? EXPLORE_COMMANDS
    : EXPLORE_COMMANDS.filter(
        ({ id }) => id !== 'let-go' && id !== 'show-all' && id !== 'start' && id !== 'redo',
      ).slice(0, FIRST + 3)
  return (
    <section className={classes.keys} aria-labelledby="explore-keys">
      <h2 id="explore-keys">{t('explore.keyboard')}</h2>
      <ul>
        {shown.map(({ id, keys }) => (
          <li key={id}>
            <kbd>{keyText(t, keys[0] ?? '')}</kbd>
            {t(`explore.commands.${id}`)}
          </li>
        ))}
      </ul>
      <p>{t('explore.keyboardMore')}</p>
    </section>
  )
}
