import { useId } from 'react'
import { Trans } from 'react-i18next'
import type { Column, PersonAttendanceReply, SeatInterval } from '../../../model/api/attendance.ts'
import { spanInWords } from '../../i18n/spans.ts'
import { meetingShort, useWords, type Words } from '../../i18n/words.ts'
import { barOf, yearsOf } from '../../state/attendance.ts'
import classes from './card.module.css'
import { Hatch } from './marks.tsx'
import { Ticks } from './ticks.tsx'

const WIDTH = 276
const LANE = 36

/** 第 53 次会议 where the series knows the day, else the day. */
const dayName = (words: Words, columns: readonly Column[], day: string): string => {
  const column = columns.find((one) => one.is === 'meeting' && one.date === day)
  return column?.is === 'meeting' ? meetingShort(words, column) : day
}

const seatLabel = ({ t }: Words, { body }: SeatInterval): string => body?.label ?? t('attendance.seatLeaders')

const Lane = ({
  seat,
  at,
  columns,
  hatch,
}: {
  seat: SeatInterval
  at: number
  columns: readonly Column[]
  hatch: string
}) => {
  const words = useWords()
  const { known, before, after } = barOf(columns, seat)
  const step = WIDTH / Math.max(1, columns.length)
  const top = at * LANE + 20
  const middle = (column: number) => (column + 0.5) * step
  // Where the other end of a stretch is not known, the bar ends with the meeting.
  const first = before ? middle(known[0]) : known[0] * step
  const last = after ? middle(known[1]) : (known[1] + 1) * step
  const label = seatLabel(words, seat)
  const right = first > WIDTH * 0.62
  return (
    <g>
      <text
        x={right ? last : first}
        y={top - 6}
        textAnchor={right ? 'end' : 'start'}
        className={classes.seatText}
        lang="zh"
      >
        {label}
      </text>
      {[before, after].map((stretch) =>
        stretch && stretch[1] > stretch[0] ? (
          <rect
            key={stretch.join()}
            x={middle(stretch[0])}
            y={top}
            width={middle(stretch[1]) - middle(stretch[0])}
            height="9"
            fill={`url(#${hatch})`}
            className={classes.open}
          />
        ) : null,
      )}
      <rect x={first} y={top} width={Math.max(2, last - first)} height="9" className={classes.held} />
    </g>
  )
}

/** Where somebody sat and when, over the meetings of the period: known stretches solid, the open ends hatched. */
const SeatDrawing = ({
  seats,
  columns,
  cells,
}: {
  seats: readonly SeatInterval[]
  columns: readonly Column[]
  cells: string
}) => {
  const words = useWords()
  const hatch = useId()
  const height = seats.length * LANE + 6
  const name = seats
    .map((seat) =>
      words.t('attendance.seatName', {
        body: seatLabel(words, seat),
        from: seat.from.by ?? '?',
        until: seat.until.after ?? '?',
        meetings: words.t('attendance.meetings', { count: seat.meetings }),
      }),
    )
    .join(words.t('join.clause'))
  return (
    <div className={classes.seats}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={name}>
        <defs>
          <Hatch id={hatch} />
        </defs>
        {seats.map((seat, at) => (
          <Lane key={seat.body?.id ?? ''} seat={seat} at={at} columns={columns} hatch={hatch} />
        ))}
      </svg>
      <Ticks cells={cells} columns={columns} accent />
      <svg viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
        {yearsOf(columns).map(({ at, year }) => (
          <text key={year} x={(at * WIDTH) / Math.max(1, columns.length)} y="12" className={classes.yearText}>
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}

const Change = ({
  before,
  after,
  columns,
}: {
  before: SeatInterval
  after: SeatInterval
  columns: readonly Column[]
}) => {
  const words = useWords()
  const [from, to] = [after.from.after ?? before.until.after, after.from.by]
  if (from === null || to === null || from > to) return null
  return (
    <p className={classes.note}>
      <Trans
        t={words.t}
        i18nKey="attendance.change"
        values={{
          from: dayName(words, columns, from),
          to: dayName(words, columns, to),
          before: seatLabel(words, before),
          after: seatLabel(words, after),
        }}
        components={{ warn: <span className={classes.warn} /> }}
      />
    </p>
  )
}

const Posts = ({ posts }: { posts: PersonAttendanceReply['posts'] }) => {
  const words = useWords()
  const { t } = words
  return posts.length ? (
    <>
      <h4>{t('attendance.posts')}</h4>
      <ul className={classes.posts}>
        {posts.map(({ post, first, last }) => (
          <li key={post}>
            <span lang="zh">{post}</span>
            <span>{spanInWords(words, first, last)}</span>
          </li>
        ))}
      </ul>
    </>
  ) : null
}

const inPeriod = ({ from, until }: SeatInterval, columns: readonly Column[]): boolean => {
  const days = columns.flatMap((column) => (column.is === 'meeting' && column.date ? [column.date] : []))
  const [first, last] = [days[0], days.at(-1)]
  return !first || !last || ((from.by ?? '') <= last && (until.after ?? '9999') >= first)
}

/** Seats as intervals with open ends, the changes in words, posts as printed. */
export const Seats = ({ reply }: { reply: PersonAttendanceReply }) => {
  const { t } = useWords()
  const { columns, row, posts } = reply
  const seats = reply.seats.filter((seat) => inPeriod(seat, columns))
  const changes = reply.seats.slice(1).flatMap((after, at) => {
    const before = reply.seats[at]
    return before ? [{ before, after }] : []
  })
  return (
    <section className={classes.part} aria-label={t('attendance.seats')}>
      <h3>{t('attendance.seats')}</h3>
      {row ? <SeatDrawing seats={seats} columns={columns} cells={row.cells} /> : null}
      {changes.map(({ before, after }) => (
        <Change key={`${after.body?.id ?? ''}${after.from.by ?? ''}`} before={before} after={after} columns={columns} />
      ))}
      {reply.seats.some(({ grade }) => grade === 'delegate') ? (
        <p className={classes.small}>{t('attendance.seatDelegate')}</p>
      ) : null}
      <Posts posts={posts} />
    </section>
  )
}

/** For the sentence of a card: the number of a meeting, or its day. */
export const nthOf = (columns: readonly Column[], at: number): string => {
  const column = columns[at]
  if (column?.is !== 'meeting') return column ? String(column.ordinal) : '?'
  return column.ordinal === null ? (column.date ?? column.label) : String(column.ordinal)
}
