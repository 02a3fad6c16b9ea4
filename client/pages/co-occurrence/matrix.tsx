import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import type { Pair } from '../../../model/api/co-occurrence.ts'
import { figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { pairIndex } from '../../state/co-occurrence.ts'
import { dropCity } from '../../view/elements.ts'
import classes from './co-occurrence.module.css'
import { useLetters } from './community-key.tsx'
import { Band, Blocks, type Cell, Cells, cellAt, MOST, type Placed, placed, Rings, Rows } from './matrix-drawing.tsx'
import { useTies } from './ties.tsx'

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

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

const useCell = (at: Placed) => {
  const { selected, select } = useTies()
  const [cell, setCell] = useState<Cell | null>(null)
  const placeOf = (index: number | null) => (index === null ? -1 : at.order.indexOf(index))
  const pair = { row: placeOf(selected.a), column: placeOf(selected.b) }
  const open = ({ row, column }: Cell) => {
    const [a, b] = [at.order[row], at.order[column]]
    if (a !== undefined && b !== undefined) select(a, a === b ? null : b)
  }
  const move = ([down, right]: readonly [number, number]) => {
    const clamp = (value: number) => Math.min(at.order.length - 1, Math.max(0, value))
    setCell(
      cell
        ? { row: clamp(cell.row + down), column: clamp(cell.column + right) }
        : { row: clamp(pair.row), column: clamp(pair.column) },
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    if (step) move(step)
    else if ((event.key === 'Enter' || event.key === ' ') && cell) open(cell)
    else if (event.key === 'Escape') select(null, null)
    else return
    event.preventDefault()
  }
  const under = (event: MouseEvent<SVGSVGElement>): Cell | null => {
    const box = event.currentTarget.getBoundingClientRect()
    return cellAt(at, event.clientX - box.left, event.clientY - box.top)
  }
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const found = under(event)
    if (found) open(found)
  }
  return {
    cell,
    pair,
    setCell,
    onKeyDown,
    onClick,
    onMove: (event: MouseEvent<SVGSVGElement>) => setCell(under(event)),
  }
}

/** The same ties as the network, every pair in its place; one grid that is moved through by arrow keys. */
export const Matrix = () => {
  const { t } = useWords()
  const letters = useLetters()
  const { reply } = useTies()
  const { at, pairOf, most, city } = useMatrix()
  const { cell, pair, setCell, onKeyDown, onClick, onMove } = useCell(at)
  const words = useCellWords(pairOf)
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
      {/* A grid of ten thousand cells is one stop of the keyboard, whose arrows move through it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={classes.grid}
        role="application"
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
          onClick={onClick}
          onMouseMove={onMove}
          onMouseLeave={() => setCell(null)}
        >
          <Blocks at={at} letters={letters} />
          <Band at={at} place={pair.row} />
          <Band at={at} place={pair.column} />
          <Rows at={at} city={city} />
          <Cells at={at} pairOf={pairOf} most={most} />
          <Rings at={at} pair={pair} cell={cell} />
        </svg>
      </div>
      <p className={classes.cellWords} role="status">
        {cell ? words(at.order[cell.row], at.order[cell.column]) : ' '}
      </p>
      <Key />
    </section>
  )
}
