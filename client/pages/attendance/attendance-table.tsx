import { useState } from 'react'
import type { AttendanceRow } from '../../../model/api/attendance.ts'
import { percent } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import classes from './attendance-table.module.css'
import { useAttending } from './attending.tsx'
import { Ticks } from './ticks.tsx'

const STEP = 50

const useMore = (rows: readonly AttendanceRow[]) => {
  const [shown, setShown] = useState(STEP)
  return { listed: rows.slice(0, shown), left: Math.max(0, rows.length - shown), more: () => setShown(shown + STEP) }
}

const More = ({ shown, total, left, more }: { shown: number; total: number; left: number; more: () => void }) => {
  const { t } = useWords()
  return (
    <p className={classes.more}>
      <span role="status">{t('attendance.tableShown', { shown, total })}</span>
      {left > 0 ? (
        <button type="button" onClick={more}>
          {t('attendance.tableMore', { count: Math.min(STEP, left) })}
        </button>
      ) : null}
    </p>
  )
}

/** Every row of the matrix as a line: for those who read tables, those who hear them, and a phone. */
export const AttendanceTable = () => {
  const { t, language } = useWords()
  const { rows, reply, choice, selected, choose } = useAttending()
  const { listed, left, more } = useMore(rows)
  const person = choice.who === 'person'
  return (
    <section className={classes.list} aria-labelledby="attendance-table">
      <h2 id="attendance-table">{t('attendance.table')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(person ? 'attendance.tableColumns.name' : 'attendance.tableColumns.body')}</th>
            {person ? <th scope="col">{t('attendance.tableColumns.seat')}</th> : null}
            <th scope="col" className={classes.wide}>
              {t('attendance.tableColumns.group')}
            </th>
            <th scope="col" className={classes.ticks}>
              <span className={classes.hidden}>{t('attendance.title')}</span>
            </th>
            <th scope="col">{t('attendance.head')}</th>
            <th scope="col" className={classes.wide}>
              {t('attendance.tableColumns.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <tr key={row.id} className={row.id === selected?.id ? classes.on : undefined}>
              <th scope="row">
                <button
                  type="button"
                  lang="zh"
                  aria-pressed={row.id === selected?.id}
                  onClick={() => choose({ one: row.id === selected?.id ? null : row.id })}
                >
                  {row.label}
                </button>
              </th>
              {person ? <td lang="zh">{row.seat?.label ?? row.post ?? '–'}</td> : null}
              <td className={classes.wide}>{t(`attendance.group.${row.group}`)}</td>
              <td className={classes.ticks}>
                <Ticks cells={row.cells} columns={reply.columns} />
              </td>
              <td>
                {row.present}/{row.of}
              </td>
              <td className={classes.wide}>{row.of > 0 ? percent(row.present / row.of, language) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={listed.length} total={rows.length} left={left} more={more} />
    </section>
  )
}
