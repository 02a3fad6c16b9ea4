import { useId } from 'react'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { CourseMark, Course as PolicyCourse } from '../../../model/api/overview.ts'
import { useWords } from '../../i18n/words.ts'
import classes from './doors.module.css'

const SIZE = { width: 440, height: 164, line: 92, margin: 16 }

/** Hollow ring heard, cross put off, disc agreed to, tick only cited. */
const Mark = ({ is, x, y, r }: { is: CourseMark['is']; x: number; y: number; r: number }) => {
  switch (is) {
    case 'deferred':
      return (
        <path
          d={`M${x - r} ${y - r}l${2 * r} ${2 * r}M${x - r} ${y + r}l${2 * r} ${-2 * r}`}
          stroke="var(--warn)"
          strokeWidth={r / 2.4}
          fill="none"
        />
      )
    case 'agreed':
      return <circle cx={x} cy={y} r={r} fill="var(--kind-policy)" />
    case 'considered':
      return <circle cx={x} cy={y} r={r} fill="var(--page)" stroke="var(--kind-policy)" strokeWidth={r / 2.8} />
    case 'cited':
      return <path d={`M${x} ${y - r}v${2 * r}`} stroke="var(--ink2)" strokeWidth={r / 3.4} />
  }
}

/** The marks of one row, on the time of the whole series. */
export const CourseLine = ({ course, slots }: { course: PolicyCourse; slots: number }) => {
  const width = 128
  const x = (slot: number) => 6 + (slot / Math.max(1, slots - 1)) * (width - 12)
  const first = course.marks[0]?.slot ?? 0
  const last = course.marks.at(-1)?.slot ?? 0
  return (
    <svg width={width} height="16" aria-hidden="true" className={classes.course}>
      <path d={`M${x(first)} 8H${x(last)}`} stroke="var(--kind-policy)" strokeWidth="1.3" />
      {course.open ? (
        <path d={`M${x(last)} 8H${width - 4}`} stroke="var(--warn)" strokeWidth="1.5" strokeDasharray="1.5 3" />
      ) : null}
      {course.marks.map(({ slot, is }) => (
        <Mark key={slot} is={is} x={x(slot)} y={8} r={3.6} />
      ))}
    </svg>
  )
}

const labelsOf = (course: PolicyCourse): { slot: number; is: CourseMark['is'] }[] => {
  const seen = new Set<CourseMark['is']>()
  return course.marks.filter(({ is }) => !seen.has(is) && seen.add(is))
}

/** One course in large, with what is missing in the series and the arc of a return. */
export const CourseDrawing = ({ course, slots }: { course: PolicyCourse; slots: readonly Slot[] }) => {
  const { t } = useWords()
  const hatch = useId()
  const { width, height, line, margin } = SIZE
  const step = (width - 2 * margin) / Math.max(1, slots.length - 1)
  const x = (slot: number) => margin + slot * step
  const first = course.marks[0]?.slot ?? 0
  const last = course.marks.at(-1)?.slot ?? 0
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--ink4)" strokeWidth="1.2" />
        </pattern>
      </defs>
      {slots.map((slot, at) =>
        slot.is === 'missing' ? (
          <rect
            key={`${slot.type}-${slot.ordinal}`}
            x={x(at) - step / 2}
            y={20}
            width={step}
            height={height - 40}
            fill={`url(#${hatch})`}
            opacity="0.6"
          />
        ) : null,
      )}
      <path d={`M${x(first)} ${line}H${x(last)}`} stroke="var(--kind-policy)" strokeWidth="2.5" />
      {course.open ? (
        <path d={`M${x(last)} ${line}H${width - 6}`} stroke="var(--warn)" strokeWidth="2" strokeDasharray="2 4" />
      ) : null}
      {course.returns.map(({ from, to }) => {
        const radius = Math.min(46, (x(to) - x(from)) / 2)
        return (
          <g key={from}>
            <path
              d={`M${x(from)} ${line - 10}A${(x(to) - x(from)) / 2} ${radius} 0 0 1 ${x(to)} ${line - 10}`}
              fill="none"
              stroke="var(--warn)"
              strokeWidth="1.6"
              strokeDasharray="4 3"
            />
            <text x={(x(from) + x(to)) / 2} y={line - 16 - radius} textAnchor="middle" className={classes.warnText}>
              {t('doors.back')}
            </text>
          </g>
        )
      })}
      {course.marks.map(({ slot, is }) => (
        <Mark key={slot} is={is} x={x(slot)} y={line} r={6.5} />
      ))}
      {labelsOf(course).map(({ slot, is }) => (
        <text
          key={is}
          x={x(slot)}
          y={line + 28}
          textAnchor="middle"
          className={is === 'deferred' ? classes.warnText : classes.markText}
        >
          {t(`doors.mark.${is}`)}
        </text>
      ))}
    </svg>
  )
}
