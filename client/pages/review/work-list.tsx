import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { type WorkEntry, WorkKind } from '../../../model/work-list.ts'
import { REVIEW_COMMANDS } from '../../commands/review-commands.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useCurating } from '../../frame/curating.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { meetingsQuery } from '../../queries.ts'
import { workCountQuery, workListQuery } from '../../review-queries.ts'
import { flatQuote } from '../../state/citation.ts'
import { meetingPath, NO_SELECTION, nodePath } from '../../state/url-state.ts'
import { useScreen } from '../meeting/screen.ts'
import { CurationPanel } from './curation-panel.tsx'
import classes from './review.module.css'
import { useEntryWords } from './review-words.ts'
import { useReviewChoice } from './use-choice.ts'

const ALL_MEETINGS = 200

const Kinds = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, choose } = useReviewChoice()
  const counts = useQueries({ queries: WorkKind.options.map((kind) => workCountQuery(place, kind)) })
  const total = counts.reduce((sum, { data }) => sum + (data ?? 0), 0)
  const rows = WorkKind.options
    .map((kind, at) => ({ kind, count: counts[at]?.data ?? 0 }))
    .filter(({ kind, count }) => count > 0 || kind === choice.kind)
  return (
    <div className={classes.kinds} role="group" aria-label={t('review.kinds')}>
      <button type="button" aria-pressed={choice.kind === null} onClick={() => choose({ kind: null })}>
        {t('review.all')} <span>{total}</span>
      </button>
      {rows.map(({ kind, count }) => (
        <button key={kind} type="button" aria-pressed={choice.kind === kind} onClick={() => choose({ kind })}>
          {t(`review.kind.${kind}`)} <span>{count}</span>
        </button>
      ))}
    </div>
  )
}

/** The meeting that a document belongs to, for a link. */
const useMeetings = (place: string) => {
  const { data } = useInfiniteQuery(meetingsQuery({ jurisdiction: place, from: null, to: null }, ALL_MEETINGS))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (document: string) => rows.find(({ documents }) => documents.includes(document))
}

type RowProps = { entry: WorkEntry; on: boolean; meetingOf: ReturnType<typeof useMeetings>; onOpen: () => void }

const Row = ({ entry, on, meetingOf, onOpen }: RowProps) => {
  const { t } = useWords()
  const { link } = usePlace()
  const words = useEntryWords()(entry)
  const [evidence] = entry.evidence
  const meeting = evidence ? meetingOf(evidence.document) : undefined
  const [node] = entry.nodes
  const target = meeting
    ? {
        name: meeting.label,
        href: link(meetingPath(meeting.id), { ...NO_SELECTION, document: evidence?.document ?? null }),
      }
    : node?.kind === 'meeting'
      ? { name: node.label, href: link(meetingPath(node.id)) }
      : node
        ? { name: node.label, href: link(nodePath(node.id)) }
        : null
  return (
    <li className={classes.row} data-on={on ? '' : undefined}>
      <span className={classes.kind}>{t(`review.kind.${entry.kind}`)}</span>
      <div className={classes.matter}>
        <button type="button" className={classes.open} aria-expanded={on} data-row onClick={onOpen}>
          <span lang={words.printed ? 'zh' : undefined}>{words.printed ? flatQuote(words.title) : words.title}</span>
        </button>
        <p>
          {words.why}
          {target ? (
            <>
              {' · '}
              <Link href={target.href} lang="zh">
                {target.name}
              </Link>
            </>
          ) : null}
        </p>
      </div>
      <span className={classes.weight}>{entry.weight > 0 ? t('review.weight', { count: entry.weight }) : '–'}</span>
    </li>
  )
}

/** What a person has to look at, and beside it what can be said of the one in hand. */
export const WorkList = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, choose } = useReviewChoice()
  const curating = useCurating()
  const wide = useScreen() === 'desktop'
  const list = useRef<HTMLOListElement>(null)
  const [held, setHeld] = useState<WorkEntry | null>(null)
  const [focused, setFocused] = useState(-1)
  const query = useInfiniteQuery(workListQuery(place, choice.kind))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const meetingOf = useMeetings(place)
  const inHand = held?.id === choice.entry ? held : (rows.find(({ id }) => id === choice.entry) ?? null)
  const show = (entry: WorkEntry | undefined) => {
    if (!entry) return
    if (!wide) return curating.open({ is: 'entry', entry })
    setHeld(entry)
    choose({ entry: entry.id })
  }
  const focus = (at: number) => {
    setFocused(at)
    const button = list.current?.querySelectorAll<HTMLElement>('[data-row]')[at]
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    const at = rows.findIndex(({ id }) => id === choice.entry)
    choose({ entry: null })
    setHeld(null)
    focus(at >= 0 ? at : Math.max(0, Math.min(focused, rows.length - 1)))
  }
  useCommands(REVIEW_COMMANDS, {
    count: rows.length,
    at: focused,
    open: inHand !== null,
    focus,
    show: (at) => show(rows[at]),
    close,
  })
  const last = data?.pages.at(-1)
  if (error && !data) return <Failure what={t('review.failedList')} error={error} onRetry={() => void refetch()} />
  if (!last) return <Skeleton widths={[1, 1, 1, 1, 1, 1]} gap={44} />
  const left = Math.min(50, last.total - rows.length)
  return (
    <>
      <Kinds place={place} />
      <div className={classes.columns}>
        <div>
          {rows.length === 0 ? <p className={classes.none}>{t('review.nothingLeft')}</p> : null}
          <ol ref={list} className={classes.list}>
            {rows.map((entry, at) => (
              <Row
                key={entry.id}
                entry={entry}
                on={entry.id === inHand?.id}
                meetingOf={meetingOf}
                onOpen={() => {
                  setFocused(at)
                  show(entry)
                }}
              />
            ))}
          </ol>
          <p className={classes.more}>
            <span role="status">{t('review.shown', { shown: rows.length, total: last.total })}</span>
            {left > 0 ? (
              <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('review.more', { count: left })}
              </button>
            ) : null}
            <span className={classes.keys}>{t('review.keys')}</span>
          </p>
        </div>
        {wide ? (
          <aside className={classes.side} aria-label={t('review.panel')}>
            {inHand ? (
              <CurationPanel key={inHand.id} subject={{ is: 'entry', entry: inHand }} onClose={close} />
            ) : (
              <p className={classes.hint}>{t('review.hint')}</p>
            )}
          </aside>
        ) : null}
      </div>
    </>
  )
}
