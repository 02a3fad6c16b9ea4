import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react'
import type { Slot } from '../../model/api/jurisdictions.ts'
import { dayInWords } from '../i18n/dates.ts'
import { useWords, type Words } from '../i18n/words.ts'
import {
  moveEnd,
  type RibbonLabel,
  type RibbonScale,
  ribbonLabels,
  ribbonScale,
  type SlotRange,
} from '../state/ribbon.ts'
import classes from './ribbon.module.css'

const TOP = 2
const BAR = 24
const BASE = TOP + BAR
const HEIGHT = 48
const PAD = 7

type End = 'first' | 'last'

export const slotInWords = ({ t, language }: Words, slot: Slot | undefined): string => {
  if (!slot) return ''
  if (slot.is === 'missing') return t('ribbon.slotMissing', { ordinal: slot.ordinal })
  const date = slot.date ? dayInWords(slot.date, language) : t('ribbon.undated')
  return slot.ordinal === null ? `${slot.label} ${date}` : t('ribbon.slot', { ordinal: slot.ordinal, date })
}

type BarsProps = { slots: readonly Slot[]; scale: RibbonScale; range: SlotRange; current: string | null; hatch: string }

const Bars = ({ slots, scale, range, current, hatch }: BarsProps) => {
  const most = Math.max(1, ...slots.map((slot) => (slot.is === 'meeting' ? slot.items : 0)))
  const width = Math.max(1, Math.min(10, scale.step * 0.36))
  return slots.map((slot, index) => {
    const x = scale.centre(index) - width / 2
    const inside = index >= range.first && index <= range.last
    if (slot.is === 'missing') {
      const height = BAR * 0.82
      return (
        <rect
          key={`missing-${slot.type}-${slot.ordinal}`}
          className={classes.missing}
          x={x + 0.5}
          y={BASE - height}
          width={Math.max(1, width - 1)}
          height={height - 0.5}
          fill={`url(#${hatch})`}
        />
      )
    }
    const height = Math.max(2, (slot.items / most) * (BAR - 2))
    return (
      <g key={slot.meeting}>
        <rect
          className={inside ? classes.bar : classes.barOutside}
          x={x}
          y={BASE - height}
          width={width}
          height={height}
        />
        {slot.meeting === current ? (
          <rect className={classes.current} x={x - 2} y={BASE + 3} width={width + 4} height={2} />
        ) : null}
      </g>
    )
  })
}

const LabelText = ({ label }: { label: RibbonLabel }) => {
  const { t } = useWords()
  const { kind, at, value, to } = label
  if (kind === 'year')
    return (
      <g>
        <line className={classes.yearLine} x1={at + 0.5} x2={at + 0.5} y1={BASE + 5} y2={HEIGHT - 2} />
        <text className={classes.yearText} x={at + 6} y={HEIGHT - 6}>
          {t('ribbon.year', { year: value })}
        </text>
      </g>
    )
  return (
    <text
      className={kind === 'missing' ? classes.missingText : classes.numberText}
      x={at}
      y={HEIGHT - 6}
      textAnchor="middle"
    >
      {kind === 'missing' ? t('ribbon.lacks', { ordinal: to > value ? `${value}–${to}` : value }) : value}
    </text>
  )
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
  Home: -Infinity,
  End: Infinity,
}

type HandleProps = {
  end: End
  slots: readonly Slot[]
  range: SlotRange
  x: number
  onMove: (range: SlotRange) => void
  onGrab: (event: PointerEvent, end: End) => void
}

const Handle = ({ end, slots, range, x, onMove, onGrab }: HandleProps) => {
  const words = useWords()
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key]
    if (steps === undefined) return
    event.preventDefault()
    onMove(moveEnd(range, end, steps, slots.length))
  }
  return (
    <div
      className={classes.handle}
      style={{ left: x }}
      role="slider"
      tabIndex={0}
      aria-label={words.t(end === 'first' ? 'ribbon.from' : 'ribbon.to')}
      aria-valuemin={end === 'first' ? 1 : range.first + 1}
      aria-valuemax={end === 'first' ? range.last + 1 : slots.length}
      aria-valuenow={range[end] + 1}
      aria-valuetext={slotInWords(words, slots[range[end]])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => onGrab(event, end)}
    />
  )
}

type Drag = { anchor: number; moved: boolean; from: number; range: SlotRange }

export type RibbonTrackProps = {
  slots: readonly Slot[]
  range: SlotRange
  /** The meeting that is open. */
  current: string | null
  onRange: (range: SlotRange) => void
  onOpen: ((meeting: string) => void) | null
}

const CLICK = 4

const useDrag = ({ slots, range, onRange, onOpen }: RibbonTrackProps, scale: RibbonScale) => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const at = (event: PointerEvent) => {
    const track = event.currentTarget.closest('[data-track]')
    return scale.indexAt(event.clientX - (track?.getBoundingClientRect().left ?? 0) - PAD)
  }
  const start = (event: PointerEvent, anchor: number) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.closest('[data-track]')?.setPointerCapture(event.pointerId)
    setDrag({ anchor, moved: false, from: event.clientX, range })
  }
  return {
    shown: drag?.moved ? drag.range : range,
    onGrab: (event: PointerEvent, end: End) => {
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
      start(event, end === 'first' ? range.last : range.first)
    },
    onPointerDown: (event: PointerEvent) => start(event, at(event)),
    onPointerMove: (event: PointerEvent) => {
      if (!drag) return
      const index = at(event)
      const moved = drag.moved || Math.abs(event.clientX - drag.from) > CLICK
      setDrag({ ...drag, moved, range: { first: Math.min(drag.anchor, index), last: Math.max(drag.anchor, index) } })
    },
    onPointerUp: (event: PointerEvent) => {
      if (!drag) return
      setDrag(null)
      if (drag.moved) return onRange(drag.range)
      const slot = slots[at(event)]
      if (slot?.is === 'meeting' && event.target instanceof Element && !event.target.closest('[role="slider"]'))
        onOpen?.(slot.meeting)
    },
    onPointerCancel: () => setDrag(null),
  }
}

/** Bars, missing numbers and the two handles. A click opens a meeting, a drag chooses a period; the handles take arrow keys. */
export const RibbonTrack = (props: RibbonTrackProps) => {
  const { slots, current, onRange } = props
  const { language, ...rest } = useWords()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const hatch = useId()
  const inner = Math.max(0, width - 2 * PAD)
  const scale = ribbonScale(slots.length, inner)
  const { shown, onGrab, ...pointer } = useDrag(props, scale)
  const [hovered, setHovered] = useState<number | null>(null)
  const left = shown.first * scale.step
  const right = (shown.last + 1) * scale.step
  return (
    <div
      ref={ref}
      data-track
      className={classes.track}
      title={hovered === null ? undefined : slotInWords({ language, ...rest }, slots[hovered])}
      {...pointer}
      onPointerMove={(event) => {
        setHovered(scale.indexAt(event.clientX - event.currentTarget.getBoundingClientRect().left - PAD))
        pointer.onPointerMove(event)
      }}
    >
      {inner > 0 ? (
        <>
          <svg className={classes.drawing} width={width} height={HEIGHT} aria-hidden="true">
            <defs>
              <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1="0" y1="0" x2="0" y2="4" className={classes.hatch} />
              </pattern>
            </defs>
            <g transform={`translate(${PAD} 0)`}>
              <rect
                className={classes.window}
                x={left - 3.5}
                y={0.5}
                width={Math.max(8, right - left + 7)}
                height={BASE + 1}
                rx={2}
              />
              <Bars slots={slots} scale={scale} range={shown} current={current} hatch={hatch} />
              {ribbonLabels(slots, inner, language).map((label) => (
                <LabelText key={`${label.kind}-${label.index}`} label={label} />
              ))}
            </g>
          </svg>
          <Handle end="first" slots={slots} range={shown} x={PAD + left - 3.5} onMove={onRange} onGrab={onGrab} />
          <Handle end="last" slots={slots} range={shown} x={PAD + right + 3.5} onMove={onRange} onGrab={onGrab} />
        </>
      ) : null}
    </div>
  )
}
