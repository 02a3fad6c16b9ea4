import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GraphNode } from '../../../model/graph.ts'
import { MethodLink } from '../../frame/method-link.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { edgeName, useWords } from '../../i18n/words.ts'
import { edgesQuery, type NeighboursFilter } from '../../node-queries.ts'
import { DUTY_TYPES, type Duty, dutiesOf } from '../../state/duties.ts'
import { Evidence } from './edge-line.tsx'
import classes from './node-page.module.css'

const STEP = 8

const Line = ({ duty: { edge, target }, of }: { duty: Duty; of: GraphNode }) => {
  const words = useWords()
  const { t, language } = words
  const { deadline, deadlineText } = edge.props
  return (
    <li>
      <p className={classes.neighbour}>
        <span lang="zh">
          <b lang={language}>{edgeName(words, edge)}</b> {target?.label}
        </span>
        <span className={deadline || deadlineText ? classes.due : undefined}>
          {deadline
            ? t('profile.due', { day: dayInWords(deadline, language) })
            : deadlineText
              ? t('profile.dueText', { text: deadlineText })
              : t('profile.noDue')}
          {edge.date ? <span className={classes.day}> · {edge.date}</span> : null}
        </span>
      </p>
      <Evidence edge={edge} nodes={[target, of]} shown />
    </li>
  )
}

/** What a body leads or is tasked with, those with a deadline first. */
export const Duties = ({ node, filter }: { node: GraphNode; filter: NeighboursFilter }) => {
  const { t } = useWords()
  const [shown, setShown] = useState(STEP)
  const { data, error, refetch } = useQuery(edgesQuery(node.id, DUTY_TYPES, filter))
  const duties = data ? dutiesOf(data) : []
  // Where the server has cut the list off, there are as many more as it says.
  const total = data ? duties.length + (data.total - data.shown) : 0
  const left = Math.min(STEP, duties.length - shown)
  return (
    <section className={classes.links} aria-labelledby="duties">
      <h2 id="duties">{t('profile.duties')}</h2>
      {error && !data ? <Failure what={t('error.profile')} error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton widths={[0.7, 0.6, 0.7]} gap={16} />}
      {data ? (
        <p className={classes.note}>
          {duties.length ? t('profile.dutiesNote') : t('profile.noDuties')} <MethodLink part="count" />
        </p>
      ) : null}
      <ul>
        {duties.slice(0, shown).map((duty) => (
          <Line key={duty.edge.id} duty={duty} of={node} />
        ))}
      </ul>
      {duties.length ? (
        <p className={classes.cut}>
          <span role="status">{t('profile.dutiesShown', { shown: Math.min(shown, duties.length), total })}</span>
          {left > 0 ? (
            <button type="button" className={classes.more} onClick={() => setShown(shown + STEP)}>
              {t('profile.dutiesMore', { count: left })}
            </button>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}
