import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Hit } from '../../../model/api/graph.ts'
import { pathTo } from '../../commands/explore-commands.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { useWords } from '../../i18n/words.ts'
import { searchQuery } from '../../queries.ts'
import { addStart } from '../../state/explore.ts'
import { useExploration } from './exploration.tsx'
import classes from './start-search.module.css'

const PAUSE = 120
const MOST = 9

const useHits = (text: string): { query: string; hits: Hit[]; none: boolean } => {
  const { place } = useExploration()
  const [query] = useDebouncedValue(text.trim(), PAUSE)
  const { data } = useQuery(searchQuery(place, query))
  const hits = query && text.trim() ? (data?.rows.slice(0, MOST) ?? []) : []
  return { query, hits, none: query !== '' && text.trim() !== '' && data?.total === 0 }
}

/** Finds a node by its name: a start, or, while a path is being laid, its end. */
export const StartSearch = ({ large }: { large: boolean }) => {
  const { t } = useWords()
  const { context, finding } = useExploration()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const { query, hits, none } = useHits(text)
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    setText('')
    finding.current?.blur()
    const end = pathTo(hit.node.id)
    if (end.enabled(context)) void end.run(context)
    else {
      context.change(addStart(hit.node.id))
      context.select(hit.node.id)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      setText('')
      event.currentTarget.blur()
    } else if (event.key === 'Enter') choose(hits[at])
    else if (event.key === 'ArrowDown' && hits.length) setActive((at + 1) % hits.length)
    else if (event.key === 'ArrowUp' && hits.length) setActive((at - 1 + hits.length) % hits.length)
    else return
    event.preventDefault()
  }
  return (
    <div className={large ? classes.large : classes.small}>
      <Icon name={large ? 'search' : 'plus'} size={14} />
      <input
        ref={finding}
        className={classes.input}
        role="combobox"
        aria-label={t('explore.findStart')}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length ? `${id}-${at}` : undefined}
        placeholder={t(large ? 'search.placeholder' : 'explore.addStart')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('explore.results')}
        className={hits.length ? classes.list : classes.closed}
      >
        {hits.map((hit, index) => (
          // The input keeps the focus and names the active option; keys are handled there.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={hit.node.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(hit)}
          >
            <KindMark kind={hit.node.kind} />
            <span lang="zh">{hit.node.label}</span>
            <span className={classes.kind}>{t(`kind.${hit.node.kind}`)}</span>
          </div>
        ))}
      </div>
      <span role="status" className={none ? classes.none : classes.closed}>
        {none ? t('explore.noHit', { query }) : ''}
      </span>
    </div>
  )
}
