import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { edgeQuery } from '../../queries.ts'
import { flatQuote, sentenceParts } from '../../state/citation.ts'
import { meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import classes from './node-page.module.css'

const MOST = 3

/** The meeting in whose minutes an edge is read, where one of its ends says so. */
export const meetingOf = (nodes: readonly (GraphNode | undefined)[]): string | null => {
  for (const node of nodes) {
    if (node?.kind === 'meeting') return node.id
    if (node?.kind === 'item' || node?.kind === 'decision') return node.meeting
  }
  return null
}

const Sentences = ({ id, meeting }: { id: string; meeting: string | null }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { data, error, refetch } = useQuery(edgeQuery(id))
  if (error && !data) return <Failure what={t('error.edge')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton widths={[0.9]} gap={8} />
  return data.quotations.slice(0, MOST).map(({ document, documentName, quote, sentence, start, end }) => {
    const own = { start: start - sentence.start, end: end - sentence.start }
    const parts = sentenceParts(quote, { start: 0, end: quote.length }, own)
    return (
      <div key={`${document} ${start}`} className={classes.quoted}>
        <blockquote lang="zh">
          {parts.before}
          <mark>{flatQuote(parts.quote)}</mark>
          {parts.after}
        </blockquote>
        {meeting ? (
          <Link href={link(meetingPath(meeting), { ...NO_SELECTION, document, edge: id })} className={classes.link}>
            {t('meeting.locate')}
          </Link>
        ) : (
          <span className={classes.count}>{documentName}</span>
        )}
      </div>
    )
  })
}

type EvidenceProps = { edge: GraphEdge; nodes: readonly (GraphNode | undefined)[]; shown?: boolean }

/** A button that shows the sentences an edge rests on. */
export const Evidence = ({ edge, nodes, shown = false }: EvidenceProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState(shown)
  return (
    <>
      <button type="button" className={classes.evidence} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('profile.open')}
      </button>
      {open ? <Sentences id={edge.id} meeting={meetingOf(nodes)} /> : null}
    </>
  )
}
