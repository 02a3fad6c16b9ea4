import type { Column } from '../../../model/api/attendance.ts'
import { gapsOf, isThere, placesBySign } from '../../state/attendance.ts'
import classes from './attendance.module.css'

const HEIGHT = 10

/** One row as a line of ticks, as wide as there is room: a tick where they were there, hollow where another came. */
export const Ticks = ({
  cells,
  columns,
  accent = false,
}: {
  cells: string
  columns: readonly Column[]
  accent?: boolean
}) => {
  const by = placesBySign(cells)
  const there = Array.from(cells).flatMap((sign, at) => (isThere(sign) ? [at] : []))
  const path = (places: readonly number[], top: number) =>
    places.map((at) => `M${at + 0.15} ${top}h.7V${HEIGHT}h-.7z`).join('')
  return (
    <svg
      className={accent ? classes.ticksOn : classes.ticks}
      viewBox={`0 0 ${Math.max(1, columns.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      height={HEIGHT}
      aria-hidden="true"
    >
      {gapsOf(columns).map((at) => (
        <rect key={at} x={at} y="0" width="1" height={HEIGHT} className={classes.tickGap} />
      ))}
      <path d={path(there, 0)} className={classes.tick} />
      <path d={path(by.R ?? [], 5)} className={classes.tickOther} />
      <path d={path([...(by['.'] ?? []), ...(by.A ?? [])], 8.5)} className={classes.tickOff} />
    </svg>
  )
}
