import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { OverviewReply } from '../../../model/api/overview.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { nodePath } from '../../state/url-state.ts'
import { Door } from './door.tsx'
import classes from './doors.module.css'

const SIZE = { width: 440, height: 164, head: 18, gap: 11 }

type Group = OverviewReply['attendance']['groups'][number]

/** A column for each person, a line for each meeting: full where they came, hatched where nobody can know. */
const Matrix = ({ groups, slots }: { groups: readonly Group[]; slots: readonly Slot[] }) => {
  const { t } = useWords()
  const shown = groups.filter(({ rows }) => rows.length > 0)
  const people = shown.reduce((sum, { rows }) => sum + rows.length, 0)
  const step = Math.min(16, (SIZE.width - SIZE.gap * (shown.length - 1)) / Math.max(1, people))
  const line = Math.min(14, (SIZE.height - SIZE.head) / Math.max(1, slots.length))
  const before = (at: number) => shown.slice(0, at).reduce((sum, { rows }) => sum + rows.length * step + SIZE.gap, 0)
  const placed = shown.map((group, at) => ({ ...group, x: before(at) }))
  const left = before(shown.length)
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      {placed.map(({ group, rows, x }) => (
        <g key={group}>
          <text x={x} y="10" className={classes.markText}>
            {t(`doors.group.${group}`)}
          </text>
          <path d={`M${x} 14.5h${rows.length * step - 2}`} stroke="var(--frame)" />
          {rows.map((cells, column) =>
            cells.split('').map((cell, at) =>
              cell === '1' ? (
                <rect
                  // A cell is its person and its meeting.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={`${column} ${at}`}
                  x={x + column * step}
                  y={SIZE.head + at * line}
                  width={step * 0.86}
                  height={line * 0.74}
                  fill={group === 'leaders' ? 'var(--ink)' : 'var(--quiet)'}
                />
              ) : null,
            ),
          )}
        </g>
      ))}
      {slots.map((slot, at) =>
        slot.is === 'missing' ? (
          <line
            key={`${slot.type}-${slot.ordinal}`}
            x1="0"
            x2={Math.max(0, left - SIZE.gap)}
            y1={SIZE.head + (at + 0.4) * line}
            y2={SIZE.head + (at + 0.4) * line}
            stroke="var(--ctl)"
            strokeWidth={Math.max(1, line * 0.5)}
            strokeDasharray="1 3"
          />
        ) : null,
      )}
    </svg>
  )
}

/** Who sat with whom. */
export const AttendanceDoor = ({ overview, slots }: { overview: OverviewReply; slots: readonly Slot[] }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { attendance } = overview
  const peopleOf = (group: Group['group']) => attendance.groups.find((one) => one.group === group)?.people ?? 0
  return (
    <Door
      id="door-attendance"
      method="share"
      question={t('doors.attendance')}
      to={link('/attendance')}
      drawing={<Matrix groups={attendance.groups} slots={slots} />}
      answer={
        attendance.people > 0 ? (
          <Trans
            t={t}
            i18nKey="doors.attendanceAnswer"
            values={{
              people: attendance.people,
              leaders: peopleOf('leaders'),
              departments: peopleOf('departments'),
              districts: peopleOf('districts'),
            }}
            components={{ b: <b /> }}
          />
        ) : (
          t('doors.attendanceNone')
        )
      }
      title={t('doors.diligent')}
      note={t('doors.diligentNote')}
    >
      {attendance.rows.map(({ id, label, seat, present, of }) => (
        <li key={id}>
          <Link href={link(nodePath(id))} className={classes.row}>
            <span className={classes.name} lang="zh">
              {label} <span className={classes.seat}>{seat}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: `${(100 * present) / Math.max(1, of)}%` }} />
            </span>
            <span className={classes.share}>
              {present}/{of}
            </span>
          </Link>
        </li>
      ))}
    </Door>
  )
}
