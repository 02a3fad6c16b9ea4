import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { MeetingNode } from '../../../model/graph.ts'
import { useAddress } from '../../frame/address.ts'
import { Empty, Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { usePlace } from '../../frame/place.tsx'
import { ShownOf } from '../../frame/shown-of.tsx'
import { usePeriod } from '../../frame/use-period.ts'
import { dayInWords } from '../../i18n/dates.ts'
import { meetingName, openPeriodInWords, periodInWords, useWords } from '../../i18n/words.ts'
import { meetingsQuery } from '../../queries.ts'
import { byYear } from '../../state/meeting-years.ts'
import { meetingPath } from '../../state/url-state.ts'
import { Agenda } from './agenda.tsx'
import classes from './meetings.module.css'

const SKELETON = { widths: [0.4, 1, 1, 1, 1, 1], gap: 54 }

const PAGE = 50

const Row = ({ meeting }: { meeting: MeetingNode }) => {
  const words = useWords()
  const { t, language } = words
  const { link } = usePlace()
  return (
    <li className={classes.row}>
      <p className={classes.date}>{meeting.date ? dayInWords(meeting.date, language) : t('meetings.undated')}</p>
      <h3 className={classes.name}>
        <Link href={link(meetingPath(meeting.id))} className={classes.link}>
          {meetingName(words, meeting)}
        </Link>
        {meeting.docNumber ? (
          <span className={classes.number} lang="zh">
            {meeting.docNumber}
          </span>
        ) : null}
      </h3>
      <Agenda headings={meeting.agenda} hidden={meeting.hiddenItems} />
      <p className={classes.figures}>
        <span>{t('meetings.items', { count: meeting.agenda.length })}</span>
        <span>{t('meetings.people', { count: meeting.people })}</span>
        {meeting.warnings > 0 ? (
          <span className={classes.warn}>{t('meetings.warnings', { count: meeting.warnings })}</span>
        ) : null}
      </p>
    </li>
  )
}

const List = ({ rows }: { rows: readonly MeetingNode[] }) => {
  const { t } = useWords()
  return byYear(rows).map(({ year, meetings }) => (
    <section
      key={year ?? 'undated'}
      className={classes.year}
      aria-label={year === null ? t('meetings.undated') : t('meetings.year', { year })}
    >
      <h2>{year === null ? t('meetings.undated') : t('meetings.year', { year })}</h2>
      <ol>
        {meetings.map((meeting) => (
          <Row key={meeting.id} meeting={meeting} />
        ))}
      </ol>
    </section>
  ))
}

const usePeriodWords = (place: string | null): string | null => {
  const words = useWords()
  const { inUse } = usePeriod(place)
  if (!inUse || (!inUse.period.from && !inUse.period.to)) return null
  const { days, period } = inUse
  return days ? periodInWords(words, days.from, days.to) : openPeriodInWords(words, period.from, period.to)
}

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { state, update } = useAddress()
  const period = usePeriodWords(place)
  const query = useInfiniteQuery(meetingsQuery({ jurisdiction: place, from: state.from, to: state.to }, PAGE))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const pages = data?.pages ?? []
  const rows = pages.flatMap((page) => page.rows)
  const total = pages.at(-1)?.total ?? 0
  const left = Math.min(PAGE, total - rows.length)
  const whole = () => update({ from: null, to: null }, { replace: true })
  if (error && !data) return <Failure page what={t('error.meetings')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Pending widths={[0.4, 1, 1, 1, 1, 1, 1]} gap={54} />
  if (total === 0)
    return (
      <Empty>
        {t('meetings.empty', { period: period ?? t('ribbon.all') })}{' '}
        <button type="button" className={classes.control} onClick={whole}>
          {t('meetings.widen')}
        </button>
      </Empty>
    )
  return (
    <>
      <h1 className={classes.lead}>
        {period ? t('meetings.leadPeriod', { period, count: total }) : t('meetings.lead', { count: total })}
      </h1>
      <List rows={rows} />
      <ShownOf
        shown={t('meetings.shown', { shown: rows.length, total })}
        more={left > 0 ? t('meetings.more', { count: left }) : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      {error ? <Failure what={t('error.meetings')} error={error} onRetry={() => void fetchNextPage()} /> : null}
    </>
  )
}

export const Meetings = () => {
  const { t } = useWords()
  return (
    <PlacePage title={t('meetings.title')} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} />}
    </PlacePage>
  )
}
