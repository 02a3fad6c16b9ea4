import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { CoverageReply, JurisdictionReply, Slot } from '../../../model/api/jurisdictions.ts'
import type { OverviewReply } from '../../../model/api/overview.ts'
import type { MeetingNode } from '../../../model/graph.ts'
import { overviewQuery } from '../../explore-queries.ts'
import { Footer } from '../../frame/footer.tsx'
import { Icon } from '../../frame/icons.tsx'
import { Failure, Pending, Skeleton } from '../../frame/notice.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { meetingName, seqInWords, useWords } from '../../i18n/words.ts'
import { coverageQuery, meetingsQuery } from '../../queries.ts'
import { meetingPath } from '../../state/url-state.ts'
import { AttendanceDoor } from './attendance-door.tsx'
import { CoverageStrip } from './coverage-strip.tsx'
import doors from './doors.module.css'
import { Lead } from './lead.tsx'
import classes from './overview.module.css'
import { PoliciesDoor } from './policies-door.tsx'
import { TiesDoor } from './ties-door.tsx'

const NEWEST = 8

/** So few that each can show its whole agenda. */
const FEW = 3

const NewestRow = ({ meeting, whole }: { meeting: MeetingNode; whole: boolean }) => {
  const words = useWords()
  const { t, language } = words
  const { link } = usePlace()
  const [first] = meeting.agenda
  return (
    <li>
      <Link href={link(meetingPath(meeting.id))} className={classes.row}>
        <span className={classes.rowDate}>
          {meeting.date ? dayInWords(meeting.date, language) : t('meetings.undated')}
        </span>
        <span className={classes.rowName}>{meetingName(words, meeting)}</span>
        {whole ? (
          <span className={classes.rowWhole}>
            {meeting.agenda.map((heading, index) => (
              // Two items may have one heading; their order is fixed.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index}>
                <b>{seqInWords(language, index + 1)}</b>
                <span lang="zh">{heading}</span>
              </span>
            ))}
          </span>
        ) : (
          <span className={classes.rowAgenda} lang="zh">
            {first ?? t('meetings.noAgenda')}
          </span>
        )}
        <span className={classes.rowCount}>{t('meetings.items', { count: meeting.agenda.length })}</span>
      </Link>
    </li>
  )
}

const Newest = ({ place }: { place: JurisdictionReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { data, error, refetch } = useInfiniteQuery(
    meetingsQuery({ jurisdiction: place.id, from: null, to: null }, NEWEST),
  )
  const page = data?.pages[0]
  return (
    <section className={classes.newest} aria-labelledby="newest">
      <div className={classes.panelHead}>
        <h2 id="newest">{t('overview.newest')}</h2>
        {page ? (
          <span className={classes.note}>{t('overview.newestNote', { shown: page.shown, total: page.total })}</span>
        ) : null}
        <Link href={link('/meetings')} className={classes.arrow} aria-label={t('overview.all')}>
          <Icon name="arrowRight" size={20} />
        </Link>
      </div>
      {error ? <Failure what={t('error.meetings')} error={error} onRetry={() => void refetch()} /> : null}
      {!page && !error ? <Skeleton widths={[1, 1, 1, 1, 1]} gap={30} /> : null}
      <ul>
        {page?.rows.map((meeting) => (
          <NewestRow key={meeting.id} meeting={meeting} whole={page.total <= FEW} />
        ))}
      </ul>
    </section>
  )
}

/** The three questions; until their figures are there, their shape. */
const Doors = ({ overview, slots }: { overview: OverviewReply; slots: readonly Slot[] }) => {
  return (
    <div className={doors.doors}>
      <TiesDoor overview={overview} />
      <PoliciesDoor overview={overview} slots={slots} />
      <AttendanceDoor overview={overview} slots={slots} />
    </div>
  )
}

/** What there is, what is missing, and where the questions lead. */
const Content = ({ place, coverage }: { place: JurisdictionReply; coverage: CoverageReply }) => {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(overviewQuery(place.id))
  return (
    <>
      <Lead place={place} coverage={coverage} />
      <CoverageStrip slots={coverage.slots} leads={data?.leads ?? null} groups={data?.ties.communities ?? []} />
      {data ? <Doors overview={data} slots={coverage.slots} /> : null}
      {error && !data ? <Failure what={t('doors.failed')} error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <div className={doors.doors} aria-busy="true">
          {['ties', 'policies', 'attendance'].map((door) => (
            <Skeleton key={door} widths={[0.6, 1, 1, 1, 1, 1, 1]} gap={30} />
          ))}
        </div>
      ) : null}
      {coverage.meetings <= FEW ? <Newest place={place} /> : null}
    </>
  )
}

const Start = () => {
  const { t } = useWords()
  return (
    <Main className={classes.page}>
      <h1 className={classes.lead}>{t('start.title')}</h1>
      <p className={classes.missing}>{t('start.text')}</p>
      <p className={classes.how}>{t('start.how')}</p>
      <pre className={classes.command}>npm run -s ingest -- PATH</pre>
      <p className={classes.missing}>{t('start.after')}</p>
    </Main>
  )
}

const Loading = () => (
  <Main className={classes.page}>
    <Pending widths={[0.5, 0.35]} gap={30} />
    <Skeleton widths={[1]} gap={140} />
    <Skeleton widths={[1, 1, 1, 1]} gap={30} />
  </Main>
)

export const Overview = () => {
  const { t } = useWords()
  usePageTitle(t('overview.title'))
  const { current, all, pending, error, unknown, retry } = usePlace()
  const coverage = useQuery({ ...coverageQuery(current?.id ?? ''), enabled: current !== null })
  if (error)
    return (
      <Main className={classes.page}>
        <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} />
      </Main>
    )
  if (pending) return <Loading />
  if (all.length === 0) return <Start />
  if (unknown || !current) return null
  return (
    <>
      <Main className={classes.page}>
        {coverage.data ? (
          <Content place={current} coverage={coverage.data} />
        ) : coverage.error ? (
          <Failure page what={t('error.coverage')} error={coverage.error} onRetry={() => void coverage.refetch()} />
        ) : (
          <Pending widths={[0.5, 0.35, 1]} gap={30} />
        )}
      </Main>
      <Footer />
    </>
  )
}
