import type { Actor, Pair } from '../../../model/api/co-occurrence.ts'
import { type Block, blocksOf, matrixOrder } from '../../state/co-occurrence.ts'
import classes from './co-occurrence.module.css'
import { colourOf } from './community-key.tsx'
import { useTies } from './ties.tsx'

/** A larger matrix scrolls. */
export const CELL = { width: 10.9, height: 14.1 }
const GAP = 2
export const LABEL = 98
const HEAD = 22
export const MOST = 120

export type Placed = {
  order: number[]
  blocks: Block[]
  /** Left edge and upper edge of the nth line, gaps between blocks included. */
  x: (place: number) => number
  y: (place: number) => number
  width: number
  height: number
}

export const placed = (actors: readonly Actor[]): Placed => {
  const order = matrixOrder(actors).slice(0, MOST)
  const blocks = blocksOf(actors, order)
  const gaps = order.map((_, place) => blocks.filter(({ to }) => to <= place).length * GAP)
  const x = (place: number) => LABEL + place * CELL.width + (gaps[place] ?? 0)
  const y = (place: number) => HEAD + place * CELL.height + (gaps[place] ?? 0)
  const all = (blocks.length - 1) * GAP
  return {
    order,
    blocks,
    x,
    y,
    width: LABEL + order.length * CELL.width + all + 2,
    height: HEAD + order.length * CELL.height + all + 2,
  }
}

const Mark = ({ pair, x, y, most, colour }: { pair: Pair; x: number; y: number; most: number; colour: string }) => {
  const side = 3.4 + 6 * Math.sqrt(pair.observed / most)
  const [cx, cy] = [x + CELL.width / 2, y + CELL.height / 2]
  if (pair.tie === 'above') return <rect x={cx - side / 2} y={cy - side / 2} width={side} height={side} fill={colour} />
  if (pair.tie === 'below')
    return (
      <g stroke="var(--below)" strokeWidth="1.2" fill="none">
        <rect x={cx - 3.8} y={cy - 3.8} width="7.6" height="7.6" />
        <path d={`M${cx - 2} ${cy}h4`} />
      </g>
    )
  return pair.observed > 0 ? (
    <circle cx={cx} cy={cy} r={0.6 + 1.4 * Math.sqrt(pair.observed / most)} fill="var(--ctl)" />
  ) : null
}

export const Blocks = ({ at, letters }: { at: Placed; letters: (community: number | null) => string }) =>
  at.blocks.map(({ community, from, to }) => {
    const [x, y] = [at.x(from), at.y(from)]
    const width = at.x(to - 1) + CELL.width - x
    const height = at.y(to - 1) + CELL.height - y
    const colour = community === null ? 'var(--ctl)' : colourOf(community)
    return (
      <g key={from}>
        {community === null ? null : <rect x={x} y={y} width={width} height={height} fill={colour} opacity="0.09" />}
        <rect x={x} y={HEAD - 4} width={width} height="2.5" fill={colour} />
        <rect x={LABEL - 4} y={y} width="2.5" height={height} fill={colour} />
        <text x={x + width / 2} y={HEAD - 9} textAnchor="middle" className={classes.letter}>
          {letters(community)}
        </text>
      </g>
    )
  })

export const Band = ({ at, place }: { at: Placed; place: number }) =>
  place < 0 ? null : (
    <g fill="var(--accent)" opacity="0.1">
      <rect x={LABEL} y={at.y(place)} width={at.width - LABEL - 2} height={CELL.height} />
      <rect x={at.x(place)} y={HEAD} width={CELL.width} height={at.height - HEAD - 2} />
    </g>
  )

export const Cells = ({
  at,
  pairOf,
  most,
}: {
  at: Placed
  pairOf: (i: number, k: number) => Pair | undefined
  most: number
}) => {
  const { reply } = useTies()
  return at.order.flatMap((i, row) =>
    at.order.map((k, column) => {
      if (i === k)
        return (
          <rect
            key={`${i} ${k}`}
            x={at.x(column)}
            y={at.y(row)}
            width={CELL.width - 1}
            height={CELL.height - 1}
            fill="var(--line)"
          />
        )
      const pair = pairOf(i, k)
      if (!pair) return null
      const community = reply.actors[i]?.community ?? null
      const within = community !== null && community === reply.actors[k]?.community
      return (
        <Mark
          key={`${i} ${k}`}
          pair={pair}
          x={at.x(column)}
          y={at.y(row)}
          most={most}
          colour={within ? colourOf(community) : 'var(--cross)'}
        />
      )
    }),
  )
}

/** Row names, the two ringed cells of the pair in hand, and the cell under the pointer or the keys. */
export const Rows = ({ at, city }: { at: Placed; city: (label: string) => string }) => {
  const { reply, selected } = useTies()
  return at.order.map((index, place) => (
    <text
      key={index}
      x={LABEL - 8}
      y={at.y(place) + CELL.height - 3}
      textAnchor="end"
      className={index === selected.a || index === selected.b ? classes.rowOn : classes.row}
    >
      {city(reply.actors[index]?.label ?? '').slice(0, 7)}
    </text>
  ))
}

const Ring = ({
  at,
  row,
  column,
  colour,
  width,
}: {
  at: Placed
  row: number
  column: number
  colour: string
  width: number
}) => (
  <rect
    x={at.x(column) - 1}
    y={at.y(row) - 0.5}
    width={CELL.width + 1}
    height={CELL.height}
    fill="none"
    stroke={colour}
    strokeWidth={width}
  />
)

export type Cell = { row: number; column: number }

export const Rings = ({ at, pair, cell }: { at: Placed; pair: Cell; cell: Cell | null }) => (
  <>
    {pair.row >= 0 && pair.column >= 0 ? (
      <>
        <Ring at={at} row={pair.row} column={pair.column} colour="var(--accent)" width={2} />
        <Ring at={at} row={pair.column} column={pair.row} colour="var(--accent)" width={2} />
      </>
    ) : null}
    {cell ? <Ring at={at} row={cell.row} column={cell.column} colour="var(--ink)" width={1.2} /> : null}
  </>
)

/** `null` beside the cells; on a name, the cell of that name with itself. */
export const cellAt = (at: Placed, x: number, y: number): Cell | null => {
  const column = at.order.findIndex((_, place) => x >= at.x(place) && x < at.x(place) + CELL.width)
  const row = at.order.findIndex((_, place) => y >= at.y(place) && y < at.y(place) + CELL.height)
  if (row < 0) return null
  if (column >= 0) return { row, column }
  return x < LABEL ? { row, column: row } : null
}
