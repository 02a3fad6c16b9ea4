import { useWords } from '../../i18n/words.ts'
import { selectedId } from '../../state/course.ts'
import type { CourseLayout, DutyRow } from '../../state/course-layout.ts'
import type { CourseScale } from '../../state/course-scale.ts'
import { useCourse } from './course.tsx'
import { Glyph } from './glyph.tsx'
import classes from './timeline.module.css'

const ROW = 22
const DUTY = 26

/** Items of other policies that name this one. */
export const CitedLane = ({ layout }: { layout: CourseLayout }) => {
  const { t } = useWords()
  const { selected, select } = useCourse()
  const lane = layout.lanes.find((one) => one.lane === 'cited')
  if (!lane) return null
  return (
    <>
      {layout.cited.marks.map(({ event, x, row, label, before }) => (
        <button
          key={event.id}
          type="button"
          className={classes.text}
          style={{ left: x, top: lane.top + 16 + row * ROW }}
          aria-pressed={selectedId(selected) === event.id}
          onClick={() => select(event.id)}
        >
          <svg width="14" height="16" viewBox="-7 -8 14 16" aria-hidden="true">
            <Glyph name="cited" />
          </svg>
          <span className={before ? classes.before : classes.behind} lang="zh">
            {label}
          </span>
        </button>
      ))}
      {layout.cited.hidden > 0 ? (
        <p className={classes.more} style={{ top: lane.top + 34 }}>
          {t('trace.moreCited', { count: layout.cited.hidden })}
        </p>
      ) : null}
    </>
  )
}

const Bar = ({ row, y, scale }: { row: DutyRow; y: number; scale: CourseScale }) => {
  const { from, to, day, done, duty } = row
  const never = duty.followed === 'never'
  return (
    <g>
      <rect
        x={from}
        y={y - 4}
        width={to - from}
        height={8}
        className={classes.duty}
        data-never={never ? '' : undefined}
      />
      {never && day !== null ? (
        <>
          <line x1={day} x2={day} y1={y - 10} y2={y + 10} className={classes.stroke} />
          <line x1={day + 4} x2={scale.right + 22} y1={y} y2={y} className={classes.openLine} />
        </>
      ) : null}
      {done !== null ? (
        <g transform={`translate(${done} ${y})`}>
          <circle r="8" className={classes.tickGround} />
          <path d="M-4 0l3 3 5-6" className={classes.tickMark} />
        </g>
      ) : null}
      {never ? (
        <g transform={`translate(${scale.right + 30} ${y})`}>
          <Glyph name="unseen" />
        </g>
      ) : null}
    </g>
  )
}

type Given = { layout: CourseLayout; scale: CourseScale; width: number }

const DutyWords = ({ row, y, scale }: { row: DutyRow; y: number; scale: CourseScale }) => {
  const { t } = useWords()
  const { selected, select } = useCourse()
  const { duty, from, to, done } = row
  const names = duty.bodies.map(({ label }) => label)
  const body = `${names.slice(0, 2).join(t('join.list'))}${names.length > 2 ? '…' : ''}`
  const behind = Math.max(to, done ?? 0) + 14
  const roomy = behind < scale.right - 60
  return (
    <button
      type="button"
      className={classes.dutyWords}
      style={{ top: y - 11 }}
      aria-pressed={selectedId(selected) === duty.id}
      onClick={() => select(duty.id)}
    >
      <span
        className={classes.dutyBody}
        lang="zh"
        style={from > 250 ? { left: from - 10 } : { left: behind }}
        data-left={from > 250 ? '' : undefined}
      >
        {body}
        {from > 250 ? null : <small>{t('trace.until', { day: duty.deadline ?? '' })}</small>}
      </span>
      {from > 250 && roomy ? (
        <span className={classes.dutyDue} style={{ left: behind }}>
          {t('trace.until', { day: duty.deadline ?? '' })}
        </span>
      ) : null}
    </button>
  )
}

/** Who owed what by when: a tick where a later document shows it, a stroke where its day passed in silence. */
export const DutyLane = ({ layout, scale, width }: Given) => {
  const { t } = useWords()
  const lane = layout.lanes.find((one) => one.lane === 'duties')
  if (!lane) return null
  const y = (row: number) => lane.top + 28 + row * DUTY
  return (
    <>
      <svg width={width} height={layout.height} aria-hidden="true" className={classes.ground}>
        {layout.duties.rows.map((row) => (
          <Bar key={row.duty.id} row={row} y={y(row.row)} scale={scale} />
        ))}
      </svg>
      {layout.duties.rows.map((row) => (
        <DutyWords key={row.duty.id} row={row} y={y(row.row)} scale={scale} />
      ))}
      {layout.duties.hidden > 0 ? (
        <p className={classes.more} style={{ top: lane.top + 34 }}>
          {t('trace.moreDuties', { count: layout.duties.hidden })}
        </p>
      ) : null}
    </>
  )
}
