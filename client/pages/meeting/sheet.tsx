import { useState } from 'react'
import { Icon } from '../../frame/icons.tsx'
import { useWords } from '../../i18n/words.ts'
import { GraphPanel } from './graph-panel.tsx'
import { usePart, useReading } from './reading.tsx'
import type { Screen } from './screen.ts'
import classes from './sheet.module.css'
import { Facts, useSentence } from './side.tsx'
import { scopeOf, useFacts } from './use-facts.ts'

type Mode = 'facts' | 'graph'

const useTitle = (): string => {
  const { t } = useWords()
  const { edge, tab } = useReading()
  const sentence = useSentence()
  const facts = useFacts(scopeOf(tab, usePart()))
  return edge ? t('meeting.sentenceSays', { count: sentence.length }) : t('meeting.itemSays', { count: facts.length })
}

/** Facts and graph where there is no room beside the text: a sheet at the bottom that leaves the text readable above it. */
export const Sheet = ({ screen }: { screen: Screen }) => {
  const { t } = useWords()
  const { edge, node } = useReading()
  const selected = edge?.id ?? node?.id ?? null
  const [opened, setOpened] = useState<{ by: string | null; open: boolean }>({ by: null, open: false })
  const [mode, setMode] = useState<Mode>('facts')
  // A new selection opens the sheet; closing it holds until the next one.
  const open = opened.by === selected ? opened.open : selected !== null || opened.open
  const setOpen = (next: boolean) => setOpened({ by: selected, open: next })
  const title = useTitle()
  const phone = screen === 'phone'
  return (
    <aside className={classes.sheet} data-open={open ? '' : undefined} aria-label={t('meeting.facts')}>
      <div className={classes.head}>
        <button type="button" className={classes.handle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={classes.grip} aria-hidden="true" />
          <span className={classes.title}>{title}</span>
          <span className={classes.word}>{t(open ? 'meeting.collapse' : 'meeting.expand')}</span>
        </button>
        {open && phone ? (
          <button type="button" className={classes.mode} onClick={() => setMode(mode === 'facts' ? 'graph' : 'facts')}>
            <Icon name={mode === 'facts' ? 'network' : 'list'} size={18} />
            {t(mode === 'facts' ? 'meeting.showGraph' : 'meeting.showFacts')}
          </button>
        ) : null}
      </div>
      {open ? (
        <div className={classes.body}>
          {!phone || mode === 'graph' ? (
            <div className={classes.graph}>
              <GraphPanel />
            </div>
          ) : null}
          {!phone || mode === 'facts' ? (
            <div className={classes.facts}>
              <Facts screen={screen} />
            </div>
          ) : null}
        </div>
      ) : null}
    </aside>
  )
}
