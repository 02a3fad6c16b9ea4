import { useState } from 'react'
import { chanceInWords, figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { listedPairs, ratioOf } from '../../state/co-occurrence.ts'
import classes from './tie-list.module.css'
import { useTies } from './ties.tsx'

const STEP = 50

/** Every pair that the drawings show, for those who read tables and those who hear them. */
export const TieList = () => {
  const { t } = useWords()
  const { reply, selected, select } = useTies()
  const [shown, setShown] = useState(STEP)
  const pairs = listedPairs(reply)
  if (pairs.length === 0) return null
  const rows = pairs.slice(0, shown)
  const left = pairs.length - rows.length
  return (
    <section className={classes.list} aria-labelledby="ties" id="tie-list">
      <div className={classes.head}>
        <h2 id="ties">{t('coOccurrence.list')}</h2>
        <span>{t(reply.above + reply.below > 0 ? 'coOccurrence.listNote.ties' : 'coOccurrence.listNote.met')}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('coOccurrence.listColumns.pair')}</th>
            <th scope="col">{t('coOccurrence.listColumns.observed')}</th>
            <th scope="col">{t('coOccurrence.listColumns.expected')}</th>
            <th scope="col">{t('coOccurrence.listColumns.ratio')}</th>
            <th scope="col">{t('coOccurrence.listColumns.q')}</th>
            <th scope="col">{t('coOccurrence.listColumns.tie')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pair) => {
            const ratio = ratioOf(pair)
            const on =
              (selected.a === pair.a && selected.b === pair.b) || (selected.a === pair.b && selected.b === pair.a)
            return (
              <tr key={`${pair.a} ${pair.b}`} aria-selected={on || undefined} className={on ? classes.on : undefined}>
                <th scope="row">
                  <button type="button" lang="zh" onClick={() => select(pair.a, pair.b)}>
                    {reply.actors[pair.a]?.label} × {reply.actors[pair.b]?.label}
                  </button>
                </th>
                <td>{pair.observed}</td>
                <td>{figure(pair.expected)}</td>
                <td>{ratio === null ? '–' : figure(ratio)}</td>
                <td>{chanceInWords(pair.tie === 'below' ? pair.qLower : pair.q)}</td>
                <td className={pair.tie === 'below' ? classes.below : undefined}>
                  {t(`coOccurrence.tie.${pair.tie}`)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={classes.more}>
        <span role="status">{t('coOccurrence.listShown', { shown: rows.length, total: pairs.length })}</span>
        {left > 0 ? (
          <button type="button" onClick={() => setShown(shown + STEP)}>
            {t('coOccurrence.listMore', { count: Math.min(STEP, left) })}
          </button>
        ) : null}
      </p>
    </section>
  )
}
