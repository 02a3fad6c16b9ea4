import { useWords } from '../../i18n/words.ts'
import { selectedId } from '../../state/course.ts'
import type { CourseLayout, StageMark } from '../../state/course-layout.ts'
import type { CourseScale } from '../../state/course-scale.ts'
import { useCourse } from './course.tsx'
import { endName, meetingOf, stepName } from './course-words.ts'
import { Glyph } from './glyph.tsx'
import classes from './timeline.module.css'

type Given = { layout: CourseLayout; scale: CourseScale; width: number }

/** From the deferral up and over to its return. */
const Arc = ({ from, to, months, base }: { from: number; to: number; months: number | null; base: number }) => {
  const { t } = useWords()
  const rise = Math.min(46, 22 + (to - from) / 8)
  const top = base - 14 - rise
  return (
    <g>
      <path
        d={`M${from} ${base - 14}C${from + 4} ${top - 4} ${to - 4} ${top - 4} ${to} ${base - 14}`}
        className={classes.arc}
      />
      <path d={`M${to - 6} ${base - 21}l6 8 4-9`} className={classes.arc} />
      <text x={(from + to) / 2} y={base - 24 - rise * 0.75} textAnchor="middle" className={classes.arcText}>
        {months ? t('trace.after', { count: months }) : t('trace.afterSoon')}
      </text>
    </g>
  )
}

const Ground = ({ layout, scale, width }: Given) => {
  const { base, segments, arcs, ends, lastX, marks } = layout.stages
  const bottom = layout.height - 6
  return (
    <svg width={width} height={layout.height} aria-hidden="true" className={classes.ground}>
      {marks.map(({ event, x }) => (
        <line key={event.id} x1={x} x2={x} y1={base} y2={bottom} className={classes.guide} />
      ))}
      {segments.map(({ from, to, open }) => (
        <line key={from} x1={from} x2={to} y1={base} y2={base} className={open ? classes.openLine : classes.line} />
      ))}
      {ends.length > 0 ? (
        <line x1={lastX} x2={scale.right + 24} y1={base} y2={base} className={classes.openLine} />
      ) : null}
      {arcs.map(({ from, to, months }) => (
        <Arc key={from} from={from} to={to} months={months} base={base} />
      ))}
    </svg>
  )
}

const Mark = ({ mark: { event, x, glyph, row }, base }: { mark: StageMark; base: number }) => {
  const words = useWords()
  const { selected, select } = useCourse()
  const on = selectedId(selected) === event.id
  return (
    <button
      type="button"
      className={classes.mark}
      style={{ left: x, top: base }}
      aria-pressed={on}
      onClick={() => select(event.id)}
    >
      <svg width="40" height="40" viewBox="-20 -20 40 40" aria-hidden="true">
        {on ? <circle r="16" className={classes.selectedRing} /> : null}
        <Glyph name={glyph} />
      </svg>
      <span className={classes.words} style={{ top: 36 + row * 38 }} data-warn={glyph === 'deferred' ? '' : undefined}>
        <b>{stepName(words, event)}</b>
        <small>{meetingOf(words, event.at)}</small>
      </span>
    </button>
  )
}

/** Where a thread runs out: what was named and not seen again. */
const End = ({ layout, scale }: Omit<Given, 'width'>) => {
  const words = useWords()
  const { t } = words
  const { ends, base, endRow } = layout.stages
  const [first] = ends
  if (!first) return null
  const text = ends.length > 1 ? t('trace.ends', { count: ends.length }) : endName(words, first)
  return (
    <div className={classes.end} style={{ left: scale.right + 30, top: base }}>
      <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
        <Glyph name="unseen" />
      </svg>
      <span style={{ top: 16 + endRow * 38 }}>{text}</span>
    </div>
  )
}

export const StageLane = (given: Given) => (
  <>
    <Ground {...given} />
    {given.layout.stages.marks.map((mark) => (
      <Mark key={mark.event.id} mark={mark} base={given.layout.stages.base} />
    ))}
    <End layout={given.layout} scale={given.scale} />
  </>
)
