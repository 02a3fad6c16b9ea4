import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Actor, Pair } from '../../../model/api/co-occurrence.ts'
import { figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { type Block, blocksOf, matrixOrder, pairIndex } from '../../state/co-occurrence.ts'
import { dropCity } from '../../view/elements.ts'
import classes from './co-occurrence.module.css'
import { colourOf, useLetters } from './community-key.tsx'
import { useTies } from './ties.tsx'

/** As look/ has them; a larger matrix scrolls. */
const CELL = { width: 10.9, height: 14.1 }
const GAP = 2
const LABEL = 98
const HEAD = 22
const MOST = 120

type Placed = {
  order: number[]
  blocks: Block[]
  /** Left edge and upper edge of the nth line, gaps between blocks included. */
  x: (place: number) => number
  y: (place: number) => number
  width: number
  height: number
}

const placed = (actors: readonly Actor[]): Placed => {
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

const Blocks = ({ at, letters }: { at: Placed; letters: (community: number | null) => string }) =>
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

const Band = ({ at, place }: { at: Placed; place: number }) =>
  place < 0 ? null : (
    <g fill="var(--accent)" opacity="0.1">
      <rect x={LABEL} y={at.y(place)} width={at.width - LABEL - 2} height={CELL.height} />
      <rect x={at.x(place)} y={HEAD} width={CELL.width} height={at.height - HEAD - 2} />
    </g>
  )

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

type Cell = { row: number; column: number }

const useMatrix = () => {
  const { reply } = useTies()
  return useMemo(() => {
    const most = Math.max(1, ...reply.pairs.map(({ observed }) => observed))
    return {
      at: placed(reply.actors),
      pairOf: pairIndex(reply.pairs),
      most,
      city: dropCity(reply.actors.map((actor) => actor.label)),
    }
  }, [reply])
}

const useCellWords = (pairOf: (i: number, k: number) => Pair | undefined) => {
  const { t } = useWords()
  const { reply } = useTies()
  return (i: number | undefined, k: number | undefined): string => {
    const [a, b] = [reply.actors[i ?? -1], reply.actors[k ?? -1]]
    if (!a || !b || i === undefined || k === undefined) return ''
    if (i === k) return t('coOccurrence.cellSelf', { a: a.label, count: a.count })
    const pair = pairOf(i, k)
    return t('coOccurrence.cell', {
      a: a.label,
      b: b.label,
      observed: pair?.observed ?? 0,
      expected: figure(pair?.expected ?? 0),
      tie: t(`coOccurrence.tie.${pair?.tie ?? 'none'}`),
    })
  }
}

const Cells = ({
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

const Key = () => {
  const { t } = useWords()
  return (
    <ul className={classes.key} aria-hidden="true">
      <li>
        <i className={classes.keyWithin} /> {t('coOccurrence.key.within')}
      </li>
      <li>
        <i className={classes.keyAcross} /> {t('coOccurrence.key.across')}
      </li>
      <li>
        <i className={classes.keyBelow} /> {t('coOccurrence.key.below')}
      </li>
      <li>
        <i className={classes.keyNone} /> {t('coOccurrence.key.none')}
      </li>
    </ul>
  )
}

/** The same ties as the network, every pair in its place; one grid that is moved through by arrow keys. */
export const Matrix = () => {
  const { t } = useWords()
  const letters = useLetters()
  const { reply, selected, select } = useTies()
  const { at, pairOf, most, city } = useMatrix()
  const [cell, setCell] = useState<Cell | null>(null)
  const words = useCellWords(pairOf)
  const placeOf = (index: number | null) => (index === null ? -1 : at.order.indexOf(index))
  const last = at.order.length - 1
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    if (step) {
      event.preventDefault()
      const from = cell ?? { row: Math.max(0, placeOf(selected.a)), column: Math.max(0, placeOf(selected.b)) }
      const clamp = (value: number) => Math.min(last, Math.max(0, value))
      setCell(cell ? { row: clamp(from.row + step[0]), column: clamp(from.column + step[1]) } : from)
    } else if ((event.key === 'Enter' || event.key === ' ') && cell) {
      event.preventDefault()
      open(cell)
    } else if (event.key === 'Escape') select(null, null)
  }
  const open = ({ row, column }: Cell) => {
    const [a, b] = [at.order[row], at.order[column]]
    if (a !== undefined && b !== undefined) select(a, a === b ? null : b)
  }
  const cellAt = (event: React.MouseEvent<SVGSVGElement>): Cell | null => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const column = at.order.findIndex((_, place) => x >= at.x(place) && x < at.x(place) + CELL.width)
    const row = at.order.findIndex((_, place) => y >= at.y(place) && y < at.y(place) + CELL.height)
    if (row < 0) return null
    return column >= 0 ? { row, column } : x < LABEL ? { row, column: row } : null
  }
  const rowOf = placeOf(selected.a)
  const columnOf = placeOf(selected.b)
  return (
    <section className={classes.matrix} aria-labelledby="matrix">
      <div className={classes.head}>
        <h2 id="matrix">{t('coOccurrence.matrix')}</h2>
        <span className={classes.note}>
          {reply.actors.length > MOST
            ? t('coOccurrence.matrixCut', { shown: MOST, total: reply.actors.length })
            : t('coOccurrence.matrixNote')}
        </span>
      </div>
      <div
        className={classes.grid}
        role="application"
        // A grid of ten thousand cells is one stop of the keyboard; its cells are moved through by arrows.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('coOccurrence.matrixName', { count: at.order.length })}
        onKeyDown={onKeyDown}
        onBlur={() => setCell(null)}
      >
        <svg
          width={at.width}
          height={at.height}
          aria-hidden="true"
          onClick={(event) => {
            const found = cellAt(event)
            if (found) open(found)
          }}
          onMouseMove={(event) => setCell(cellAt(event))}
          onMouseLeave={() => setCell(null)}
        >
          <Blocks at={at} letters={letters} />
          <Band at={at} place={rowOf} />
          <Band at={at} place={columnOf} />
          {at.order.map((index, place) => (
            <text
              key={index}
              x={LABEL - 8}
              y={at.y(place) + CELL.height - 3}
              textAnchor="end"
              className={index === selected.a || index === selected.b ? classes.rowOn : classes.row}
            >
              {city(reply.actors[index]?.label ?? '').slice(0, 7)}
            </text>
          ))}
          <Cells at={at} pairOf={pairOf} most={most} />
          {rowOf >= 0 && columnOf >= 0
            ? [
                [rowOf, columnOf],
                [columnOf, rowOf],
              ].map(([row = 0, column = 0]) => (
                <rect
                  key={`${row} ${column}`}
                  x={at.x(column) - 1}
                  y={at.y(row)}
                  width={CELL.width + 1}
                  height={CELL.height - 1}
                  fill="none"
                  stroke="var(--accent)"
                  strokeWidth="2"
                />
              ))
            : null}
          {cell ? (
            <rect
              x={at.x(cell.column) - 0.5}
              y={at.y(cell.row) - 0.5}
              width={CELL.width}
              height={CELL.height}
              fill="none"
              stroke="var(--ink)"
              strokeWidth="1.2"
            />
          ) : null}
        </svg>
      </div>
      <p className={classes.cellWords} role="status">
        {cell ? words(at.order[cell.row], at.order[cell.column]) : ' '}
      </p>
      <Key />
    </section>
  )
}
