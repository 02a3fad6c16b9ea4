import { Link } from 'wouter'
import { usePlace } from '../../frame/place.tsx'
import { useWords, type Words } from '../../i18n/words.ts'
import type { CourseLayout, TextMark } from '../../state/course-layout.ts'
import { shortTitle } from '../../state/course-layout.ts'
import type { CourseScale } from '../../state/course-scale.ts'
import { policyPath } from '../../state/url-state.ts'
import { useCourse } from './course.tsx'
import { relationName } from './relation-name.ts'
import classes from './timeline.module.css'

const ROW = 22
/** Of the words beside an edition. */
const WORDS = 64
const OWN_WORDS = 112

const labelOf = (words: Words, { label }: TextMark, number: string): string => {
  const { t } = words
  switch (label.is) {
    case 'stage':
      return label.text
    case 'issued':
      return t('trace.final', { number }).trim()
    case 'edition':
      return t(label.own ? 'trace.editionOwn' : 'trace.edition', { year: label.year })
    case 'related':
      return `${relationName(words, label.of)} ${shortTitle(label.of.policy.title)}`
  }
}

const Sheet = ({ filled }: { filled: boolean }) => (
  <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true" className={classes.sheet}>
    <path d="M1.500 1.500h7.500l3.500 3.500v9.500h-11z" data-filled={filled ? '' : undefined} />
  </svg>
)

const Mark = ({ mark, top }: { mark: TextMark; top: number }) => {
  const words = useWords()
  const { link } = usePlace()
  const { reply, select } = useCourse()
  const { x, row, before, event, policy, label } = mark
  const number = reply.events.find(({ id }) => id === event)?.docNumber ?? ''
  const style = { left: x, top: top + 16 + row * ROW }
  const inner = (
    <>
      <Sheet filled={label.is === 'issued'} />
      <span className={before ? classes.before : classes.behind} lang={label.is === 'stage' ? 'zh' : undefined}>
        {labelOf(words, mark, number)}
      </span>
    </>
  )
  if (policy)
    return (
      <Link href={link(policyPath(policy))} className={classes.text} style={style}>
        {inner}
      </Link>
    )
  return event ? (
    <button type="button" className={classes.text} style={style} onClick={() => select(event)}>
      {inner}
    </button>
  ) : (
    <span className={classes.text} style={style}>
      {inner}
    </span>
  )
}

/** Lines that join the texts of one row, and the edition that is awaited. */
const Ground = ({
  layout,
  scale,
  width,
  top,
}: {
  layout: CourseLayout
  scale: CourseScale
  width: number
  top: number
}) => {
  const { marks, awaited } = layout.texts
  const editions = marks.filter(({ label }) => label.is === 'edition')
  const y = (row: number) => top + 24 + row * ROW
  const last = editions.at(-1)
  return (
    <svg width={width} height={layout.height} aria-hidden="true" className={classes.ground}>
      {editions.slice(1).map(({ id, x, row }, at) => {
        const before = editions[at]
        const words = before?.label.is === 'edition' && before.label.own ? OWN_WORDS : WORDS
        const from = (before?.x ?? x) + 14 + words
        return from < x - 10 ? (
          <line key={id} x1={from} x2={x - 9} y1={y(before?.row ?? row)} y2={y(row)} className={classes.thin} />
        ) : null
      })}
      {awaited && last ? (
        <line x1={last.x + 66} x2={scale.right + 22} y1={y(last.row)} y2={y(last.row)} className={classes.openLine} />
      ) : null}
    </svg>
  )
}

export const TextLane = ({ layout, scale, width }: { layout: CourseLayout; scale: CourseScale; width: number }) => {
  const { t } = useWords()
  const lane = layout.lanes.find((one) => one.lane === 'texts')
  if (!lane) return null
  const { awaited, marks } = layout.texts
  const row = marks.findLast(({ label }) => label.is === 'edition')?.row ?? awaited?.row ?? 0
  return (
    <>
      <Ground layout={layout} scale={scale} width={width} top={lane.top} />
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} top={lane.top} />
      ))}
      {awaited ? (
        <span className={classes.awaited} style={{ left: scale.right + 40, top: lane.top + 16 + row * ROW }}>
          {t('trace.editionAwaited', { year: awaited.year })}
        </span>
      ) : null}
    </>
  )
}
