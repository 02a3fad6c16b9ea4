import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { LogEntry } from '../../../model/api/curation.ts'
import type { CurationEvent, NamedNode } from '../../../model/curation.ts'
import { buildUrl } from '../../api.ts'
import { useCurating } from '../../frame/curating.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { useWriting } from '../../frame/writing.tsx'
import { useWords } from '../../i18n/words.ts'
import { conflictsQuery, curationLogQuery } from '../../review-queries.ts'
import classes from './review.module.css'
import { useDraftWords } from './review-words.ts'

const MOST = 4

const names = (nodes: readonly NamedNode[]): string =>
  nodes.length === 0
    ? '—'
    : nodes
        .slice(0, MOST)
        .map(({ label }) => label)
        .join('、') + (nodes.length > MOST ? '…' : '')

/** Where none but relations changed, the same stand on both sides. */
const becameOf = ({ before, after }: Pick<CurationEvent, 'before' | 'after'>): string =>
  JSON.stringify(before) === JSON.stringify(after) ? names(before) : `${names(before)} → ${names(after)}`

/** To the minute, as the clock of this device has it. */
const momentOf = (at: string): string => {
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}

const Undo = ({ event }: { event: Pick<LogEntry, 'id' | 'by' | 'action'> }) => {
  const { t } = useWords()
  const { token } = useWriting()
  const { open } = useCurating()
  if (token === null) return null
  return (
    <button type="button" className={classes.undo} onClick={() => open({ is: 'event', event })}>
      {t(event.action.do === 'undo' ? 'review.restore' : 'review.undo')}
    </button>
  )
}

const Words = ({ event }: { event: CurationEvent }) => {
  const { t } = useWords()
  const words = useDraftWords()(event.action)
  return (
    <div className={classes.said}>
      <p>
        <b>{words.title}</b> <span lang="zh">{words.of}</span>
      </p>
      {event.before.length + event.after.length > 0 ? (
        <p className={classes.became} lang="zh">
          {becameOf(event)}
        </p>
      ) : null}
      {event.why ? (
        <p className={classes.because}>
          {t('review.because')} {event.why}
        </p>
      ) : null}
    </div>
  )
}

const Row = ({ entry }: { entry: LogEntry }) => {
  const { t } = useWords()
  return (
    <li className={classes.event}>
      <p className={classes.who}>
        <b>{entry.by}</b>
        <time dateTime={entry.at}>{momentOf(entry.at)}</time>
      </p>
      <Words event={entry} />
      <p className={classes.state} data-state={entry.state}>
        {t(`review.state.${entry.state}`, { by: entry.through?.by ?? '' })}{' '}
        {entry.state === 'undone' || entry.state === 'replaced' ? null : <Undo event={entry} />}
      </p>
    </li>
  )
}

const Conflicts = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { data } = useQuery(conflictsQuery(place))
  if (!data || data.total === 0) return null
  return (
    <section className={classes.conflicts} aria-labelledby="review-conflicts">
      <h2 id="review-conflicts">{t('review.conflicts', { count: data.total })}</h2>
      {data.rows.map(({ events }) => (
        <ul key={events.map(({ id }) => id).join(' ')}>
          {events.map((event) => (
            <li key={event.id} className={classes.event}>
              <p className={classes.who}>
                <b>{event.by}</b>
                <time dateTime={event.at}>{momentOf(event.at)}</time>
              </p>
              <Words event={event} />
              <p className={classes.state}>
                <Undo event={event} />
              </p>
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}

/** Who decided what, when and why, and what became of it. */
export const Log = ({ place }: { place: string }) => {
  const { t } = useWords()
  const query = useInfiniteQuery(curationLogQuery(place))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const last = data?.pages.at(-1)
  if (error && !data) return <Failure what={t('review.failedLog')} error={error} onRetry={() => void refetch()} />
  if (!last) return <Skeleton widths={[1, 1, 1, 1]} gap={52} />
  const left = Math.min(50, last.total - rows.length)
  return (
    <>
      <Conflicts place={place} />
      {rows.length === 0 ? <p className={classes.none}>{t('review.emptyLog')}</p> : null}
      <ol className={classes.list}>
        {rows.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ol>
      <p className={classes.more}>
        <span role="status">{t('review.shown', { shown: rows.length, total: last.total })}</span>
        {left > 0 ? (
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('review.more', { count: left })}
          </button>
        ) : null}
        {rows.length > 0 ? (
          <a
            className={classes.export}
            href={buildUrl('/curation/export', {}, { jurisdiction: place, format: 'ndjson' })}
            download
          >
            {t('review.export')}
          </a>
        ) : null}
      </p>
    </>
  )
}
