import { memo } from 'react'
import type { Cell, Column } from '../../../model/api/attendance.ts'
import { gapsOf, placesBySign, yearsOf } from '../../state/attendance.ts'
import classes from './attendance.module.css'

export const ROW = 19.6

type Places = readonly number[]

const BAR = { top: 3.6, height: 12.4 }

const bars = (places: Places, cell: number): string => {
  const width = Math.min(cell - 1.6, 11)
  return places.map((at) => `M${(at + 0.5) * cell - width / 2} ${BAR.top}h${width}v${BAR.height}h${-width}z`).join('')
}

const hollow = (places: Places, cell: number): string => {
  const width = Math.min(cell - 1.6, 11) - 1
  return places
    .map((at) => `M${(at + 0.5) * cell - width / 2} ${BAR.top + 0.5}h${width}v${BAR.height - 1}h${-width}z`)
    .join('')
}

const dots = (places: Places, cell: number): string =>
  places.map((at) => `M${(at + 0.5) * cell - 0.9} ${ROW / 2}a.9 .9 0 1 0 1.800 0a.9 .9 0 1 0 -1.800 0`).join('')

/** A dot that says why. */
const dashes = (places: Places, cell: number): string =>
  places.map((at) => `M${(at + 0.5) * cell - 2.4} ${ROW / 2}h4.800`).join('')

const strokes = (places: Places, cell: number): string => places.map((at) => `M${at * cell} 0.5v18.600`).join('')

const both = (by: Partial<Record<Cell, number[]>>, ...signs: Cell[]): number[] =>
  signs.flatMap((sign) => by[sign] ?? [])

/** The marks of one row, a path to each kind. */
export const Marks = memo(({ cells, moves, cell }: { cells: string; moves: readonly number[]; cell: number }) => {
  const by = placesBySign(cells)
  const [full, quiet] = [both(by, 'M', 'C'), both(by, 'O', 'G')]
  return (
    <>
      {full.length ? <path className={classes.full} d={bars(full, cell)} /> : null}
      {quiet.length ? <path className={classes.quiet} d={bars(quiet, cell)} /> : null}
      {by.R ? <path className={classes.standIn} d={hollow(by.R, cell)} /> : null}
      {by['.'] ? <path className={classes.absent} d={dots(by['.'], cell)} /> : null}
      {by.A ? <path className={classes.excused} d={dashes(by.A, cell)} /> : null}
      {moves.length ? <path className={classes.move} d={strokes(moves, cell)} /> : null}
    </>
  )
})

/** What runs through all rows: the missing columns hatched, a hairline where a year begins. */
export const Ground = ({ columns, cell, hatch }: { columns: readonly Column[]; cell: number; hatch: string }) => (
  <>
    {gapsOf(columns).map((at) => (
      <rect key={at} x={at * cell + 0.5} y="0" width={cell - 1} height="100%" fill={`url(#${hatch})`} />
    ))}
    {yearsOf(columns).map(({ at, year }) => (
      <line key={year} x1={at * cell - 0.5} x2={at * cell - 0.5} y1="0" y2="100%" className={classes.year} />
    ))}
  </>
)

export const Hatch = ({ id }: { id: string }) => (
  <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line x1="0" y1="0" x2="0" y2="4" className={classes.hatchLine} />
  </pattern>
)
