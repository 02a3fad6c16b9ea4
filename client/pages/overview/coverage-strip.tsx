import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { OverviewReply } from '../../../model/api/overview.ts'
import { useAddress } from '../../frame/address.ts'
import { usePlace } from '../../frame/place.tsx'
import { slotInWords } from '../../frame/ribbon-track.tsx'
import { useWords } from '../../i18n/words.ts'
import { yearStarts } from '../../state/ribbon.ts'
import { meetingPath } from '../../state/url-state.ts'
import classes from './coverage-strip.module.css'
import { groupColour, isColoured } from './group-colour.ts'

const MOST_STEP = 36
const SHEET = { height: 6.5, step: 9 }
const TALLEST = 118
const YEAR_WIDTH = 58

type Geometry = { step: number; width: number; base: number; sheet: number; each: number }

const geometryOf = (slots: readonly Slot[], width: number): Geometry => {
  const step = Math.min(MOST_STEP, width / Math.max(1, slots.length))
  const most = Math.max(1, ...slots.map((slot) => (slot.is === 'meeting' ? slot.items : 0)))
  const each = Math.min(SHEET.step, TALLEST / most)
  return {
    step,
    width: step * 0.78,
    base: most * each + 4,
    each,
    sheet: Math.max(1, each * (SHEET.height / SHEET.step)),
  }
}

const Column = ({
  slot,
  groups,
  x,
  geometry,
  hatch,
  typical,
}: {
  slot: Slot
  /** The group of each item, from the foot of the pile up; `null` while it is not known. */
  groups: readonly (number | null)[] | null
  x: number
  geometry: Geometry
  hatch: string
  typical: number
}) => {
  const { base, each, sheet, width } = geometry
  if (slot.is === 'missing') {
    const height = Math.max(16, typical * each - 2)
    return (
      <rect
        className={classes.missing}
        x={x + 0.5}
        y={base - height}
        width={Math.max(1, width - 1)}
        height={height}
        fill={`url(#${hatch})`}
      />
    )
  }
  return Array.from({ length: slot.items }, (_, index) => (
    // Sheets differ by nothing but their place in the pile.
    // oxlint-disable-next-line react/no-array-index-key
    <rect
      key={index}
      className={classes.sheet}
      style={groups ? { fill: groupColour(groups[index] ?? null) } : undefined}
      x={x}
      y={base - (index + 1) * each + (each - sheet) / 2}
      width={width}
      height={sheet}
    />
  ))
}

const Numbers = ({ slots, geometry }: { slots: readonly Slot[]; geometry: Geometry }) => {
  const every = Math.max(1, Math.ceil(24 / geometry.step))
  return slots.map((slot, index) => {
    const missing = slot.is === 'missing'
    if (slot.ordinal === null || (every > 1 && (missing ? geometry.step < 12 : slot.ordinal % (every * 5) !== 0)))
      return null
    return (
      <text
        key={`${slot.type}-${slot.ordinal}-${slot.is === 'meeting' ? slot.meeting : ''}`}
        className={missing ? classes.missingNumber : classes.number}
        x={index * geometry.step + geometry.width / 2}
        y={geometry.base + 17}
        textAnchor="middle"
      >
        {slot.ordinal}
      </text>
    )
  })
}

const Years = ({ slots, geometry, top }: { slots: readonly Slot[]; geometry: Geometry; top: number }) => {
  const { t } = useWords()
  const starts = yearStarts(slots).map(({ year, index }) => ({ year, x: index * geometry.step }))
  return starts.map(({ year, x }, nth) => {
    // A short year has no room for its name beside that of the next, whose beginning says enough.
    const following = starts[nth + 1]
    if (following && following.x - x < YEAR_WIDTH) return null
    return (
      <g key={year}>
        <line className={classes.yearLine} x1={x + 0.5} x2={x + 0.5} y1={top} y2={top + 13} />
        <text className={classes.year} x={x + 7} y={top + 11}>
          {t('ribbon.year', { year })}
        </text>
      </g>
    )
  })
}

type CoverageStripProps = {
  slots: readonly Slot[]
  /** `null` while they are not known: the sheets are then of one colour. */
  leads: OverviewReply['leads'] | null
  groups: OverviewReply['ties']['communities']
}

/** What the colours of the sheets say. */
const Colours = ({ leads, groups }: Pick<CoverageStripProps, 'leads' | 'groups'>) => {
  const { t } = useWords()
  if (!leads || groups.length === 0)
    return (
      <span>
        <i className={classes.keySheet} />
        {t('overview.stripKey')}
      </span>
    )
  const seen = new Set(leads.flatMap(({ communities }) => communities))
  const other = [...seen].some((group) => group === null || !isColoured(group))
  return (
    <>
      <span>{t('doors.stripKey')}</span>
      {groups.map(({ first, size }, at) =>
        isColoured(at) && seen.has(at) ? (
          <span key={first}>
            <i className={classes.keySheet} style={{ background: groupColour(at) }} />
            {t('doors.stripGroup', { first, count: size })}
          </span>
        ) : null,
      )}
      {other ? (
        <span>
          <i className={classes.keySheet} style={{ background: groupColour(null) }} />
          {t('doors.stripOther')}
        </span>
      ) : null}
    </>
  )
}

/** One sheet is one item; a number of which there are no minutes is a hatched slot. The table says the same. */
export const CoverageStrip = ({ slots, leads, groups }: CoverageStripProps) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { go } = useAddress()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const hatch = useId()
  const geometry = geometryOf(slots, width)
  const counts = slots.flatMap((slot) => (slot.is === 'meeting' ? [slot.items] : [])).sort((a, b) => a - b)
  const typical = counts[Math.floor(counts.length / 2)] ?? 4
  const numbered = geometry.step >= 12 && slots.some(({ ordinal }) => ordinal !== null)
  const yearTop = geometry.base + (numbered ? 24 : 8)
  const groupsOf = new Map(leads?.map(({ meeting, communities }) => [meeting, communities]))
  const has = (is: Slot['is']) => slots.some((slot) => slot.is === is)
  return (
    <div ref={ref} className={classes.strip}>
      <svg width={width} height={yearTop + 18} className={classes.drawing} aria-hidden="true">
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" className={classes.hatch} />
          </pattern>
        </defs>
        {slots.map((slot, index) => (
          <g
            key={slot.is === 'meeting' ? slot.meeting : `${slot.type}-${slot.ordinal}`}
            className={slot.is === 'meeting' ? classes.column : undefined}
            onClick={slot.is === 'meeting' ? () => go(link(meetingPath(slot.meeting))) : undefined}
          >
            <title>{slotInWords(words, slot)}</title>
            <rect x={index * geometry.step} y={0} width={geometry.step} height={geometry.base} fill="transparent" />
            <Column
              slot={slot}
              groups={slot.is === 'meeting' ? (groupsOf.get(slot.meeting) ?? null) : null}
              x={index * geometry.step}
              geometry={geometry}
              hatch={hatch}
              typical={typical}
            />
          </g>
        ))}
        <line
          className={classes.baseline}
          x1={0}
          x2={Math.max(geometry.step * slots.length, Math.min(width, 240))}
          y1={geometry.base + 0.5}
          y2={geometry.base + 0.5}
        />
        {numbered ? <Numbers slots={slots} geometry={geometry} /> : null}
        <Years slots={slots} geometry={geometry} top={yearTop} />
      </svg>
      <p className={classes.key}>
        <Colours leads={leads} groups={groups} />
        {has('missing') ? (
          <span>
            <svg width="16" height="10" aria-hidden="true">
              <rect className={classes.missing} x="0.5" y="0.5" width="15" height="9" fill={`url(#${hatch})`} />
            </svg>
            {t('overview.stripMissing')}
          </span>
        ) : null}
      </p>
      <VisuallyHidden>
        <ul aria-label={t('overview.stripTable')}>
          {slots.map((slot) => (
            <li key={slot.is === 'meeting' ? slot.meeting : `${slot.type}-${slot.ordinal}`}>
              {slotInWords(words, slot)}
              {slot.is === 'meeting' ? `${t('join.clause')}${t('meetings.items', { count: slot.items })}` : null}
            </li>
          ))}
        </ul>
      </VisuallyHidden>
    </div>
  )
}
