import { type CSSProperties, memo } from 'react'
import type { AttendanceRow, Column } from '../../../model/api/attendance.ts'
import { useWords } from '../../i18n/words.ts'
import { type AttendanceChoice, type Line, yearsOf } from '../../state/attendance.ts'
import classes from './attendance.module.css'
import { Ground, Hatch, Marks, ROW } from './marks.tsx'

export const NAME = 138
export const COUNT = 52

type RowProps = {
  row: AttendanceRow
  at: number
  cell: number
  on: boolean
  /** The column under the pointer or the keys. */
  column: number | null
}

const RowLine = memo(({ row, at, cell, on, column }: RowProps) => (
  <div className={on ? classes.lineOn : classes.line} data-row={at}>
    <span className={classes.lineName} lang="zh">
      <span className={row.kind === 'person' ? classes.who : classes.whoBody}>{row.label}</span>
      <span className={classes.seat}>{row.seat?.label ?? row.post}</span>
    </span>
    <svg width={row.cells.length * cell} height={ROW} className={classes.cells} data-cells>
      <Marks cells={row.cells} moves={row.moves} cell={cell} />
      {column === null ? null : (
        <rect x={column * cell + 0.5} y="1" width={cell - 1} height={ROW - 2} className={classes.cursor} />
      )}
    </svg>
    <span className={classes.lineCount}>
      {row.present}/{row.of}
    </span>
  </div>
))

const Years = ({ columns, cell }: { columns: readonly Column[]; cell: number }) => (
  <svg width={columns.length * cell} height="22" className={classes.years}>
    {yearsOf(columns)
      // A year of few meetings leaves no room for its figure.
      .filter(({ at }, index, all) => ((all[index + 1]?.at ?? columns.length + 4) - at) * cell >= 34)
      .map(({ at, year }) => (
        <g key={year}>
          <line x1={at * cell + 0.5} x2={at * cell + 0.5} y1="4" y2="22" className={classes.year} />
          <text x={at * cell + 5} y="15">
            {year}
          </text>
        </g>
      ))}
  </svg>
)

export type MatrixSheetProps = {
  lines: readonly Line[]
  columns: readonly Column[]
  cell: number
  who: AttendanceChoice['who']
  selected: string | null
  cursor: { row: number; column: number } | null
  hatch: string
}

/** Rows below their years; names and years stay where they are when the sheet scrolls. */
export const MatrixSheet = ({ lines, columns, cell, who, selected, cursor, hatch }: MatrixSheetProps) => {
  const { t } = useWords()
  const width = NAME + columns.length * cell + COUNT
  // The stylesheet knows the widths by these names.
  const style = { width, '--name': `${NAME}px`, '--count': `${COUNT}px` } as CSSProperties
  return (
    <div className={classes.sheet} style={style}>
      <div className={classes.top}>
        <span className={classes.corner} />
        <Years columns={columns} cell={cell} />
        <span className={classes.topCount}>{t('attendance.head')}</span>
      </div>
      <div className={classes.lines}>
        <svg className={classes.ground} width={columns.length * cell} height="100%" style={{ left: NAME }}>
          <defs>
            <Hatch id={hatch} />
          </defs>
          <Ground columns={columns} cell={cell} hatch={hatch} />
        </svg>
        {lines.map((line) =>
          line.is === 'head' ? (
            <div key={`${line.group} ${line.continued}`} className={classes.group}>
              <b>
                {line.continued
                  ? t('attendance.continued', { group: t(`attendance.group.${line.group}`) })
                  : t(`attendance.group.${line.group}`)}
              </b>
              {line.continued ? null : <span>{t(`attendance.groupCount.${who}`, { count: line.count })}</span>}
            </div>
          ) : (
            <RowLine
              key={line.row.id}
              row={line.row}
              at={line.at}
              cell={cell}
              on={line.row.id === selected}
              column={cursor?.row === line.at ? cursor.column : null}
            />
          ),
        )}
      </div>
    </div>
  )
}
