import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { meetingShort, useWords, type Words } from '../../i18n/words.ts'
import { cellOf, fold, foldable, linesOf, MOST_COLUMNS, MOST_ROWS, moved } from '../../state/attendance.ts'
import classes from './attendance.module.css'
import { type Attending, useAttending } from './attending.tsx'
import { COUNT, MatrixSheet, NAME } from './matrix-sheet.tsx'

const GAP = 20
/** So much is left for all cells together, or the words above them run into each other. */
const ROOM = 96
const CELL = { least: 8.5, most: 18 }

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

type Cursor = { row: number; column: number }

const useCursor = ({ rows, reply, choose, selected }: Attending) => {
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const open = (row: number) => choose({ one: rows[row]?.id ?? null })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]
    if (step) {
      const start = { row: selected ? rows.indexOf(selected) : -1, column: 0 }
      setCursor(cursor || start.row < 0 ? moved(cursor, step, rows.length, reply.columns.length) : start)
    } else if ((event.key === 'Enter' || event.key === ' ') && cursor) open(cursor.row)
    else if (event.key === 'Escape') choose({ one: null })
    else return
    event.preventDefault()
  }
  const under = ({ target, clientX }: MouseEvent, cell: number): Cursor | null => {
    const line = target instanceof Element ? target.closest('[data-row]') : null
    const cells = line?.querySelector('[data-cells]')
    if (!line || !cells) return null
    const column = Math.floor((clientX - cells.getBoundingClientRect().left) / cell)
    return {
      row: Number(line.getAttribute('data-row')),
      column: Math.max(0, Math.min(reply.columns.length - 1, column)),
    }
  }
  return { cursor, setCursor, open, onKeyDown, under }
}

const cellWords = (words: Words, { rows, reply, choice }: Attending, cursor: Cursor | null): string => {
  const { t } = words
  const [row, column] = [rows[cursor?.row ?? -1], reply.columns[cursor?.column ?? -1]]
  if (!row || !column || !cursor) return ' '
  const name = row.seat ? `${row.label}（${row.seat.label}）` : row.label
  if (column.is === 'missing')
    return t('attendance.cellMissing', { name, what: t('attendance.missing', { ordinal: column.ordinal }) })
  const sign = cellOf(row.cells, cursor.column)
  const what = sign === 'R' && choice.who === 'body' ? t('attendance.unnamed') : t(`attendance.cellOf.${sign}`)
  const meeting = [meetingShort(words, column), column.date].filter((part) => part !== null).join(' ')
  const said = t('attendance.cell', { name, meeting, what })
  return row.moves.includes(cursor.column) ? `${said}${t('join.clause')}${t('attendance.movedHere')}` : said
}

const Key = ({ who }: { who: Attending['choice']['who'] }) => {
  const { t } = useWords()
  const items = [
    ['member', classes.keyFull],
    ['observer', classes.keyQuiet],
    [who === 'person' ? 'standIn' : 'unnamed', classes.keyHollow],
    ['absent', classes.keyDot],
    ['excused', classes.keyDash],
    ...(who === 'person' ? ([['moved', classes.keyStroke]] as const) : []),
    ['missing', classes.keyHatch],
  ] as const
  return (
    <ul className={classes.key} aria-hidden="true">
      {items.map(([name, mark]) => (
        <li key={name}>
          <i className={mark} /> {t(`attendance.key.${name}`)}
        </li>
      ))}
    </ul>
  )
}

const useLayout = ({ rows, reply }: Attending, width: number) => {
  const wide = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false })
  return useMemo(() => {
    const lines = linesOf(rows)
    const sheets = wide && foldable(rows.length, reply.columns.length) ? fold(lines) : [lines]
    const room = (width - GAP * (sheets.length - 1)) / sheets.length - NAME - COUNT
    const fit = room / Math.max(1, reply.columns.length)
    return {
      sheets,
      cell: Math.max(CELL.least, Math.min(Math.max(CELL.most, ROOM / Math.max(1, reply.columns.length)), fit)),
      scrolls: rows.length > MOST_ROWS || reply.columns.length > MOST_COLUMNS,
    }
  }, [rows, reply, wide, width])
}

/** Who was at which meeting; one grid that is moved through by arrow keys. */
export const Matrix = () => {
  const words = useWords()
  const { t } = words
  const attending = useAttending()
  const { rows, reply, choice, choose, selected } = attending
  const { ref, width } = useElementSize<HTMLDivElement>()
  const { sheets, cell, scrolls } = useLayout(attending, width)
  const { cursor, setCursor, open, onKeyDown, under } = useCursor(attending)
  const grid = useRef<HTMLDivElement>(null)
  const byKeys = useRef(false)
  const hatch = useId()
  useEffect(() => {
    if (!byKeys.current || !cursor) return
    grid.current?.querySelector(`[data-row="${cursor.row}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cursor])
  return (
    <section className={classes.matrix} aria-label={t('attendance.title')} ref={ref}>
      <div className={classes.bar}>
        <Key who={choice.who} />
      </div>
      {/* A grid of ten thousand cells is one stop of the keyboard, whose arrows move through it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={grid}
        className={scrolls ? classes.gridScrolls : classes.grid}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('attendance.grid', { rows: rows.length, columns: reply.columns.length })}
        onKeyDown={(event) => {
          byKeys.current = true
          onKeyDown(event)
        }}
        onBlur={() => setCursor(null)}
        onClick={(event) => {
          const found = under(event, cell)
          if (!found) return
          if (rows[found.row]?.id === selected?.id) choose({ one: null })
          else open(found.row)
        }}
        onMouseMove={(event) => {
          byKeys.current = false
          setCursor(under(event, cell))
        }}
        onMouseLeave={() => setCursor(null)}
      >
        <div className={classes.sheets} style={{ gap: GAP }} aria-hidden="true">
          {width > 0
            ? sheets.map((lines, at) => (
                <MatrixSheet
                  // Left and right.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={at}
                  lines={lines}
                  columns={reply.columns}
                  cell={cell}
                  who={choice.who}
                  selected={selected?.id ?? null}
                  cursor={cursor}
                  hatch={`${hatch}${at}`}
                />
              ))
            : null}
        </div>
      </div>
      <p className={classes.cellWords} role="status">
        {cellWords(words, attending, cursor)}
      </p>
    </section>
  )
}
