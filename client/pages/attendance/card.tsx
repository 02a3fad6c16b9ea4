import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { AttendanceRow, Column, Denominator } from '../../../model/api/attendance.ts'
import { bodyAttendanceQuery, personAttendanceQuery } from '../../attendance-queries.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { seenIn } from '../../state/attendance.ts'
import { nameInId, nodePath } from '../../state/url-state.ts'
import { useAttending } from './attending.tsx'
import classes from './card.module.css'
import { Company } from './company.tsx'
import { Delegates, Names } from './delegates.tsx'
import { RollQuotes } from './roll-quotes.tsx'
import { PossiblySame } from './same.tsx'
import { nthOf, Seats } from './seats.tsx'

const countOf = (cells: string, sign: string): number => cells.split(sign).length - 1

/** n of which N, and why some of the others were not there. */
export const Sum = ({
  row,
  columns,
  per,
}: {
  row: AttendanceRow | null
  columns: readonly Column[]
  per: Denominator
}) => {
  const { t } = useWords()
  const seen = row ? seenIn(row.cells) : null
  if (!row || !seen) return <p className={classes.sum}>{t('attendance.notSeen')}</p>
  const more = [
    { count: row.kind === 'person' ? countOf(row.cells, 'R') : 0, key: 'attendance.times.standIn' as const },
    { count: countOf(row.cells, 'A'), key: 'attendance.times.excused' as const },
    { count: countOf(row.cells, 'C'), key: 'attendance.times.chaired' as const },
  ].filter(({ count }) => count > 0)
  return (
    <p className={classes.sum}>
      <Trans
        t={t}
        i18nKey={`attendance.sum.${per}`}
        values={{
          first: nthOf(columns, seen.first),
          last: nthOf(columns, seen.last),
          of: row.of,
          present: row.present,
        }}
        components={{ b: <b className={classes.seen} /> }}
      />{' '}
      {more.length
        ? `${more.map(({ key, count }) => t(key, { count })).join(t('join.clause'))}${t('join.stop')}`
        : null}
    </p>
  )
}

export const Quotes = ({
  quotations,
  total,
}: {
  quotations: Parameters<typeof RollQuotes>[0]['quotations']
  total: number
}) => {
  const { t } = useWords()
  return quotations.length ? (
    <section className={classes.part} aria-label={t('attendance.quotes')}>
      <div className={classes.head}>
        <h3>{t('attendance.quotes')}</h3>
        <span>{t('attendance.quotesShown', { shown: quotations.length, total })}</span>
      </div>
      <RollQuotes quotations={quotations} />
    </section>
  ) : null
}

const QUOTED = 3

const PersonParts = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { filter } = useAttending()
  const { data, error, refetch } = useQuery(personAttendanceQuery(id, filter))
  if (error && !data) return <Failure what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton widths={[0.8, 0.6, 1, 1, 1]} gap={28} />
  return (
    <>
      <Sum row={data.row} columns={data.columns} per={filter.per} />
      <Seats reply={data} />
      <PossiblySame reply={data} />
      <Company reply={data} />
      <Quotes quotations={data.quotations.slice(0, QUOTED)} total={data.quotationsTotal} />
    </>
  )
}

const BodyParts = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { filter } = useAttending()
  const { data, error, refetch } = useQuery(bodyAttendanceQuery(id, filter))
  if (error && !data) return <Failure what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton widths={[0.8, 0.6, 1, 1, 1]} gap={28} />
  return (
    <>
      <Sum row={data.row} columns={data.columns} per={filter.per} />
      <Delegates reply={data} />
      <Names reply={data} />
      <Quotes quotations={data.quotations.slice(0, QUOTED)} total={data.quotationsTotal} />
    </>
  )
}

const Title = ({ row, onClose }: { row: AttendanceRow; onClose: () => void }) => {
  const { t } = useWords()
  const { link } = usePlace()
  return (
    <>
      <div className={classes.names}>
        <h2 lang="zh">
          <KindMark kind={row.kind} size={20} /> {row.label}
        </h2>
        <button type="button" className={classes.close} aria-label={t('meeting.close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </div>
      <p className={classes.under}>
        <span lang="zh">{[row.seat?.label, row.post].filter(Boolean).join(' · ')}</span>
        <Link href={link(nodePath(row.id))} className={classes.locate}>
          {t('attendance.profile')}
        </Link>
      </p>
    </>
  )
}

/** The card stands above a list on narrow screens: what was chosen there must be seen to open. */
const InView = ({ children, chosen }: { children: ReactNode; chosen: boolean }) => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen && window.matchMedia('(max-width: 1199px)').matches) ref.current?.scrollIntoView({ block: 'start' })
  }, [chosen])
  return (
    <div ref={ref} className={classes.inView}>
      {children}
    </div>
  )
}

/** What stands behind the row in hand. */
export const Card = () => {
  const { t } = useWords()
  const { selected, choose, choice } = useAttending()
  // What a link brought along is no choice of the moment.
  const [brought] = useState(selected?.id)
  return (
    <aside className={classes.panel} aria-label={t('attendance.panel')}>
      {selected ? (
        <InView key={selected.id} chosen={selected.id !== brought}>
          <Title row={selected} onClose={() => choose({ one: null })} />
          {selected.kind === 'person' ? <PersonParts id={selected.id} /> : <BodyParts id={selected.id} />}
        </InView>
      ) : (
        <>
          {choice.one ? (
            <p className={classes.gone}>{t('attendance.oneGone', { name: nameInId(choice.one) })}</p>
          ) : null}
          <p className={classes.hint}>{t('attendance.hint')}</p>
        </>
      )}
    </aside>
  )
}
