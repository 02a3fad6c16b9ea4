import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import plate from '../../frame/plate.module.css'
import { useWords } from '../../i18n/words.ts'
import { runsOfNumbers, selectedId } from '../../state/course.ts'
import { type CourseLayout, courseLayout } from '../../state/course-layout.ts'
import { type CourseScale, courseScale } from '../../state/course-scale.ts'
import { CitedLane, DutyLane } from './citation-lanes.tsx'
import { useCourse } from './course.tsx'
import { StageLane } from './stage-lane.tsx'
import { TextLane } from './text-lane.tsx'
import classes from './timeline.module.css'

const LEFT = 132
const RIGHT = 74
const HATCH = 13
/** Half of what the words below a step take. */
const HALF = { zh: 38, en: 68 } as const

const Axis = ({ scale }: { scale: CourseScale }) => {
  const { t } = useWords()
  return (
    <g>
      {scale.years.map(({ year, x }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={10} y2={38} className={classes.yearLine} />
          <text x={x + 6} y={20} className={classes.axisText}>
            {t('trace.year', { year })}
          </text>
        </g>
      ))}
      {scale.meetings.map((x) => (
        <line key={x} x1={x} x2={x} y1={32} y2={38} className={classes.tick} />
      ))}
    </g>
  )
}

/** Missing numbers that stand side by side share one word. */
const missingGroups = (missing: CourseScale['missing']): { x: number; ordinals: number[] }[] => {
  const groups: { x: number; ordinals: number[]; last: number }[] = []
  for (const { ordinal, x } of missing) {
    const group = groups.at(-1)
    if (group && x - group.last < 46) {
      group.ordinals.push(ordinal)
      group.last = x
    } else groups.push({ x, ordinals: [ordinal], last: x })
  }
  return groups.map(({ x, last, ordinals }) => ({ x: (x + last) / 2, ordinals }))
}

const Missing = ({ scale, height }: { scale: CourseScale; height: number }) => {
  const { t } = useWords()
  return (
    <g>
      {scale.missing.map(({ ordinal, x }) => (
        <rect key={ordinal} x={x - HATCH / 2} y={32} width={HATCH} height={height - 36} className={classes.hatch} />
      ))}
      {missingGroups(scale.missing).map(({ x, ordinals }) => (
        <text key={x} x={x} y={20} textAnchor="middle" className={classes.lacks}>
          {t('trace.lacks', { ordinals: runsOfNumbers(ordinals) })}
        </text>
      ))}
    </g>
  )
}

const Lanes = ({ layout, width }: { layout: CourseLayout; width: number }) =>
  layout.lanes.map(({ lane, top }, at) => (
    <line key={lane} x1={14} x2={width - 14} y1={top} y2={top} className={at > 0 ? classes.rule : classes.none} />
  ))

/** A band through all lanes where the chosen step stands. */
const Band = ({ scale, height }: { scale: CourseScale; height: number }) => {
  const { selected } = useCourse()
  const at = selected?.is === 'event' ? selected.event.at : selected?.duty.at
  const x = scale.x(at?.date ?? null)
  return x === null ? null : <rect x={x - 38} y={40} width={76} height={height - 46} className={classes.band} />
}

/** Everything that is known of the policy, along time; the table below says the same. */
export const Timeline = () => {
  const { t, language } = useWords()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const { reply, slots, days, events, outside, wholePeriod, selected } = useCourse()
  const drawn = useMemo(() => {
    if (!days || width < 200) return null
    const scale = courseScale(slots, days, LEFT, width - RIGHT)
    return { scale, layout: courseLayout(reply, events, scale, HALF[language]) }
  }, [slots, days, width, reply, events, language])
  return (
    <div className={`${plate.plate} ${classes.plate}`}>
      <div
        ref={ref}
        className={classes.drawing}
        style={{ height: drawn?.layout.height ?? 420 }}
        role="group"
        aria-label={t('trace.plate', { count: events.length })}
        data-selected={selectedId(selected) ?? undefined}
      >
        {drawn ? (
          <>
            <svg width={width} height={drawn.layout.height} aria-hidden="true" className={classes.ground}>
              <defs>
                <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <line x1="0" y1="0" x2="0" y2="4" className={classes.hatchLine} />
                </pattern>
              </defs>
              <Band scale={drawn.scale} height={drawn.layout.height} />
              <Missing scale={drawn.scale} height={drawn.layout.height} />
              <Axis scale={drawn.scale} />
              <Lanes layout={drawn.layout} width={width} />
            </svg>
            {drawn.layout.lanes.map(({ lane, top }) => (
              <p key={lane} className={classes.lane} style={{ top: top + 12 }}>
                {t(`trace.lanes.${lane}`)}
              </p>
            ))}
            <StageLane layout={drawn.layout} scale={drawn.scale} width={width} />
            <TextLane layout={drawn.layout} scale={drawn.scale} width={width} />
            <CitedLane layout={drawn.layout} />
            <DutyLane layout={drawn.layout} scale={drawn.scale} width={width} />
          </>
        ) : null}
      </div>
      {outside > 0 ? (
        <p className={classes.outside}>
          {events.length === 0 ? t('trace.nothingInside') : null} {t('trace.outside', { count: outside })}{' '}
          <button type="button" onClick={wholePeriod}>
            {t('trace.whole')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
