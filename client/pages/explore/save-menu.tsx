import { Popover } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useAddress } from '../../frame/address.ts'
import { Icon } from '../../frame/icons.tsx'
import { useMemory } from '../../frame/memory.tsx'
import menus from '../../frame/menu.module.css'
import { useWords } from '../../i18n/words.ts'
import { forgetView, parseSavedViews, type SavedView, savedViewsKey, saveView } from '../../state/saved-views.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { useNames } from './names.ts'

const Saved = ({ views, onForget }: { views: readonly SavedView[]; onForget: (name: string) => void }) => {
  const { t } = useWords()
  const { go } = useAddress()
  if (views.length === 0) return <p className={classes.note}>{t('explore.save.none')}</p>
  return (
    <ul className={classes.saved}>
      {views.map(({ name, query }) => (
        <li key={name}>
          <button type="button" className={classes.savedName} onClick={() => go(`/explore?${query}`)}>
            {name}
          </button>
          <button type="button" aria-label={t('explore.save.forget', { name })} onClick={() => onForget(name)}>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Gives the view a name, and opens those that have one. */
export const SaveMenu = () => {
  const { t } = useWords()
  const memory = useMemory()
  const { place, context } = useExploration()
  const { short } = useNames()
  const key = savedViewsKey(place)
  const [views, setViews] = useState(() => parseSavedViews(memory.get(key)))
  const [name, setName] = useState('')
  const [done, setDone] = useState(false)
  const keep = (next: SavedView[]) => {
    setViews(next)
    memory.set(key, JSON.stringify(next))
  }
  const suggestion = t('explore.save.suggestion', { starts: context.view.starts.map(short).join(t('join.list')) })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    keep(saveView(views, { name: name.trim() || suggestion, query: window.location.search.slice(1) }))
    setName('')
    setDone(true)
  }
  return (
    <Popover position="bottom-end" shadow="md" radius={6} withinPortal={false} trapFocus onClose={() => setDone(false)}>
      <Popover.Target>
        <button type="button" className={`${menus.button} ${classes.button}`}>
          <Icon name="bookmark" size={16} />
          {t('explore.save.label')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover} aria-label={t('explore.save.label')}>
        {context.view.starts.length > 0 ? (
          <form onSubmit={save} className={classes.saveForm}>
            <input
              aria-label={t('explore.save.name')}
              placeholder={suggestion}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <button type="submit" className={classes.solid}>
              {t('explore.save.save')}
            </button>
          </form>
        ) : null}
        <p role="status" className={classes.note}>
          {done ? t('explore.save.done') : ''}
        </p>
        <h3>{t('explore.save.saved')}</h3>
        <Saved views={views} onForget={(gone) => keep(forgetView(views, gone))} />
      </Popover.Dropdown>
    </Popover>
  )
}
