import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { edgeName, useWords } from '../../i18n/words.ts'
import { edgeQuery, meetingsQuery } from '../../queries.ts'
import { flatQuote } from '../../state/citation.ts'
import { sortFacts } from '../../state/facts.ts'
import { markedParts } from '../../state/marked-parts.ts'
import { meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import { useExploration } from './exploration.tsx'
import { listedName, useNames } from './names.ts'
import classes from './table.module.css'

const STEP = 6
const ALL = 200

const meetingOfNode = (node: GraphNode | undefined): string | null => {
  if (node?.kind === 'meeting') return node.id
  return node?.kind === 'item' || node?.kind === 'decision' ? node.meeting : null
}

/** The meeting in whose minutes an edge can be read; of what is concluded from several, the one its first evidence lies in. */
const useMeetingOf = (edge: GraphEdge): string | null => {
  const { find } = useNames()
  const { place } = useExploration()
  const known = meetingOfNode(find(edge.from)) ?? meetingOfNode(find(edge.to))
  const { data } = useInfiniteQuery({
    ...meetingsQuery({ jurisdiction: place, from: null, to: null }, ALL),
    enabled: known === null,
  })
  const document = edge.evidence[0]?.document
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return known ?? rows.find(({ documents }) => document !== undefined && documents.includes(document))?.id ?? null
}

const Sentence = ({ edge }: { edge: GraphEdge }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { find } = useNames()
  const meeting = useMeetingOf(edge)
  const { data, error, refetch } = useQuery(edgeQuery(edge.id))
  const [from, to] = [find(edge.from), find(edge.to)]
  const [quotation] = data?.quotations ?? []
  return (
    <li className={classes.evidence}>
      <p className={classes.fact}>
        <b>{edgeName(words, edge)}</b>{' '}
        <span lang="zh">
          {from ? listedName(words, from) : ''} → {to ? listedName(words, to) : ''}
        </span>
        {edge.basis === 'inferred' ? <em> {t('explore.table.inferred')}</em> : null}
      </p>
      {error ? <Failure what={t('error.edge')} error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton widths={[1, 0.7]} gap={8} /> : null}
      {quotation ? (
        <blockquote lang="zh">
          {markedParts(quotation, []).map(({ at, text, marked }) =>
            marked ? <mark key={at}>{flatQuote(text)}</mark> : <span key={at}>{flatQuote(text)}</span>,
          )}
        </blockquote>
      ) : null}
      {meeting ? (
        <Link href={link(meetingPath(meeting), { ...NO_SELECTION, edge: edge.id })} className={classes.locate}>
          {t('meeting.locate')}
        </Link>
      ) : null}
    </li>
  )
}

/** The sentences behind what is in hand. */
export const EvidenceList = () => {
  const words = useWords()
  const { t } = words
  const { graph, context, edge } = useExploration()
  const { find } = useNames()
  const [shown, setShown] = useState(STEP)
  const { selected } = context
  const chosen = graph.edges.find(({ id }) => id === edge)
  const ends = chosen ? new Set([chosen.from, chosen.to]) : null
  const edges = sortFacts(
    graph.edges.filter(({ from, to }) =>
      ends ? ends.has(from) && ends.has(to) : from === selected || to === selected,
    ),
  )
  const node = selected ? find(selected) : undefined
  if (edges.length === 0) return <p className={classes.nothing}>{t('explore.table.noEvidence')}</p>
  const name = chosen ? edgeName(words, chosen) : node ? listedName(words, node) : ''
  return (
    <>
      <p className={classes.caption}>{t('explore.table.evidenceOf', { name })}</p>
      <ul>
        {edges.slice(0, shown).map((one) => (
          <Sentence key={one.id} edge={one} />
        ))}
      </ul>
      <p className={classes.more}>
        <span>{t('explore.table.places', { shown: Math.min(shown, edges.length), total: edges.length })}</span>
        {shown < edges.length ? (
          <button type="button" onClick={() => setShown(shown + STEP)}>
            {t('explore.table.next', { count: Math.min(STEP, edges.length - shown) })}
          </button>
        ) : null}
      </p>
    </>
  )
}
