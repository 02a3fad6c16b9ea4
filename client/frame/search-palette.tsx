import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Hit } from '../../model/api/graph.ts'
import { dayInWords } from '../i18n/dates.ts'
import { seqInWords, useWords } from '../i18n/words.ts'
import { searchQuery } from '../queries.ts'
import { groupHits, splitMatch, targetOfHit } from '../state/search-results.ts'
import { useAddress } from './address.ts'
import { useApp } from './app-context.tsx'
import { Icon } from './icons.tsx'
import { KindMark } from './kind-mark.tsx'
import { usePlace } from './place.tsx'
import classes from './search-palette.module.css'

const PAUSE = 120

const Detail = ({ hit: { node } }: { hit: Hit }) => {
  const { t, language } = useWords()
  switch (node.kind) {
    case 'meeting':
      return node.date ? dayInWords(node.date, language) : null
    case 'item':
      return [t('meeting.itemName', { seq: seqInWords(language, node.seq) }), node.date].filter(Boolean).join(' · ')
    case 'decision':
      return node.date
    case 'person':
      return node.seat ? <span lang="zh">{node.seat}</span> : null
    default:
      return null
  }
}

type OptionProps = { hit: Hit; id: string; active: boolean; onHover: () => void; onChoose: () => void }

const Option = ({ hit, id, active, onHover, onChoose }: OptionProps) => {
  const { t } = useWords()
  const [before, match, after] = splitMatch(hit.form, hit.matched)
  const other = hit.form !== hit.node.label
  const marked = (
    <>
      {before}
      {match ? <mark className={classes.match}>{match}</mark> : null}
      {after}
    </>
  )
  return (
    // The input keeps the focus and names the active option; keys are handled there.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.option}
      onMouseMove={onHover}
      onClick={onChoose}
    >
      <KindMark kind={hit.node.kind} />
      <span className={classes.name} lang="zh">
        {other ? hit.node.label : marked}
        {other ? (
          <span className={classes.form}>
            {' '}
            {hit.match === 'text' ? null : `${t('search.formerly')} `}“{marked}”
          </span>
        ) : null}
      </span>
      <span className={classes.detail}>
        <Detail hit={hit} />
      </span>
    </div>
  )
}

const useResults = (text: string) => {
  const { current } = usePlace()
  const [query] = useDebouncedValue(text.trim(), PAUSE)
  const { data, error, isFetching } = useQuery(searchQuery(current?.id ?? null, query))
  const groups = query && data ? groupHits(data.rows) : []
  return { query, data: query ? data : undefined, error, isFetching, groups, hits: groups.flatMap(({ hits }) => hits) }
}

const Palette = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { go } = useAddress()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const { query, data, error, isFetching, groups, hits } = useResults(text)
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    const { path, changes } = targetOfHit(hit)
    onClose()
    go(link(path, changes))
  }
  const move = (to: number) => {
    setActive(to)
    list.current?.querySelector(`[id="${CSS.escape(`${id}-${to}`)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || hits.length === 0) return
    if (event.key === 'Enter') choose(hits[at])
    else if (event.key === 'ArrowDown') move((at + 1) % hits.length)
    else if (event.key === 'ArrowUp') move((at - 1 + hits.length) % hits.length)
    else return
    event.preventDefault()
  }
  let status: string = t('search.hint')
  if (error) status = `${t('search.failed')} ${t('error.rest')}`
  else if (query && data)
    status =
      data.total === 0 ? t('search.none', { query }) : t('search.shown', { shown: data.shown, total: data.total })
  else if (query && isFetching) status = t('search.searching')
  return (
    <>
      <div className={classes.field}>
        <Icon name="search" size={18} />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={classes.close} aria-label={t('search.close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </div>
      <div ref={list} id={`${id}-list`} className={classes.list} role="listbox" aria-label={t('search.results')}>
        {groups.map(({ kind, hits: group }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p id={`${id}-${kind}`} className={classes.group}>
              {kind === 'text' ? t('search.inText') : t(`kind.${kind}`)}
            </p>
            {group.map((hit) => {
              const index = hits.indexOf(hit)
              return (
                <Option
                  key={`${kind} ${hit.node.id}`}
                  hit={hit}
                  id={`${id}-${index}`}
                  active={index === at}
                  onHover={() => setActive(index)}
                  onChoose={() => choose(hit)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p className={classes.status} role="status">
        {status}
      </p>
    </>
  )
}

export const SearchPalette = () => {
  const { t } = useWords()
  const { searching, setSearching } = useApp()
  return (
    <Modal.Root
      opened={searching}
      onClose={() => setSearching(false)}
      size={620}
      padding={0}
      radius={6}
      yOffset="9vh"
      transitionProps={{ duration: 120 }}
      classNames={{ content: classes.content, inner: classes.inner, body: classes.body }}
    >
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('search.label')}>
        <Modal.Body>
          <Palette onClose={() => setSearching(false)} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
