import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { CoOccurrenceReply } from '../../../model/api/co-occurrence.ts'
import type { GraphNode } from '../../../model/graph.ts'
import { MethodLink } from '../../frame/method-link.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import type { NeighboursFilter } from '../../node-queries.ts'
import { coOccurrenceQuery } from '../../queries.ts'
import { DEFAULT, formatChoice } from '../../state/co-occurrence.ts'
import { NO_SELECTION } from '../../state/url-state.ts'
import classes from './node-page.module.css'

type Ally = { id: string; label: string; observed: number; expected: number }

/** Ties of one actor above chance, those seen together most often first. */
const alliesOf = ({ actors, pairs }: CoOccurrenceReply, id: string): Ally[] => {
  const own = actors.findIndex((actor) => actor.id === id)
  return pairs.flatMap(({ a, b, tie, observed, expected }) => {
    if (tie !== 'above' || (a !== own && b !== own)) return []
    const other = actors[a === own ? b : a]
    return other ? [{ id: other.id, label: other.label, observed, expected }] : []
  })
}

/** With whom a body stands together more often than chance would have it; each opens the pair in co-occurrence. */
export const Alliances = ({ node, filter }: { node: GraphNode; filter: NeighboursFilter }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const who = node.kind === 'department' ? ('department' as const) : ('body' as const)
  const asked = { jurisdiction: node.jurisdiction, who, level: DEFAULT.level, ...filter }
  const { data, error, refetch } = useQuery(coOccurrenceQuery(asked, DEFAULT.fdr, DEFAULT.minimum))
  const allies = data ? alliesOf(data, node.id) : []
  const href = (b: string | null) =>
    link('/co-occurrence', { ...NO_SELECTION, view: formatChoice({ ...DEFAULT, who, a: node.id, b }) })
  return (
    <section className={classes.links} aria-labelledby="alliances">
      <h2 id="alliances">{t('profile.ties')}</h2>
      <p className={classes.note}>
        {t('profile.tiesNote')}{' '}
        <Link href={href(null)} className={classes.link}>
          {t('profile.tiesOpen')}
        </Link>{' '}
        <MethodLink part="chance" />
      </p>
      {error && !data ? <Failure what={t('error.ties')} error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton widths={[0.5, 0.5]} gap={16} />}
      {data ? <p>{allies.length ? t('profile.tiesLead', { count: allies.length }) : t('profile.tiesNone')}</p> : null}
      <ul>
        {allies.map(({ id, label, observed, expected }) => (
          <li key={id} className={classes.ally}>
            <Link href={href(id)} lang="zh">
              {label}
            </Link>
            <span>{t('profile.tiesRow', { observed, expected: figure(expected) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
