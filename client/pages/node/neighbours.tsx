import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { GraphEdge, GraphNode, NodeKind } from '../../../model/graph.ts'
import { CuratePair } from '../../frame/curate-node.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { MethodLink } from '../../frame/method-link.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { edgeName, isData, nodeName, useWords } from '../../i18n/words.ts'
import { kindsQuery, type NeighboursFilter, neighboursQuery } from '../../node-queries.ts'
import { meetingPath, NO_SELECTION, nodePath } from '../../state/url-state.ts'
import { Evidence } from './edge-line.tsx'
import classes from './node-page.module.css'

const ORDER: readonly NodeKind[] = ['policy', 'department', 'district', 'person', 'meeting', 'item', 'decision']
const STEP = 12

const useHref = (): ((node: GraphNode) => string) => {
  const { link } = usePlace()
  return (node) => {
    if (node.kind === 'meeting') return link(meetingPath(node.id))
    if (node.kind === 'item') return link(meetingPath(node.meeting), { ...NO_SELECTION, item: node.seq })
    if (node.kind === 'decision') return link(meetingPath(node.meeting))
    return link(nodePath(node.id))
  }
}

/** An item or a decision by itself is called 议题一: what it is about says more. */
const titleOf = (node: GraphNode, called: string): string =>
  node.kind === 'item' || node.kind === 'decision' ? node.label : called

const Row = ({ node, edges, of }: { node: GraphNode; edges: readonly GraphEdge[]; of: GraphNode }) => {
  const words = useWords()
  const href = useHref()
  const latest = edges.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
  const [edge] = latest
  const names = [...new Set(latest.map((one) => edgeName(words, one)))].join(words.t('join.list'))
  const called = nodeName(words, node, () => null)
  const data = isData(node) || node.kind === 'item' || node.kind === 'decision'
  return (
    <li>
      <p className={classes.neighbour}>
        <Link href={href(node)} lang={data ? 'zh' : undefined}>
          {titleOf(node, called)}
        </Link>
        <span>
          {names}
          {edges.length > 1 ? ` × ${edges.length}` : ''}
          {edge?.date ? <span className={classes.day}> · {edge.date}</span> : null}
        </span>
      </p>
      {edge ? <Evidence edge={edge} nodes={[node, of]} /> : null}
      {edges.some(({ type }) => type === 'POSSIBLY_SAME') ? <CuratePair a={of.id} b={node.id} /> : null}
    </li>
  )
}

const Kind = ({ node, kind, filter }: { node: GraphNode; kind: NodeKind; filter: NeighboursFilter }) => {
  const { t } = useWords()
  const query = useInfiniteQuery(neighboursQuery(node.id, kind, filter, STEP))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const pages = data?.pages ?? []
  const nodes = pages.flatMap((page) => page.nodes)
  const edges = pages.flatMap((page) => page.edges)
  const total = pages[0]?.total ?? 0
  const left = total - nodes.length
  return (
    <section className={classes.kindOf} aria-labelledby={`neighbours-${kind}`}>
      <h3 id={`neighbours-${kind}`}>
        <KindMark kind={kind} size={12} /> {t(`kind.${kind}`)}
        <span role="status">{t('profile.shown', { shown: nodes.length, total })}</span>
      </h3>
      {error && !data ? <Failure what={t('error.profile')} error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton widths={[0.6, 0.5, 0.6]} gap={14} />}
      <ul>
        {nodes.map((other) => (
          <Row
            key={other.id}
            node={other}
            of={node}
            edges={edges.filter(({ from, to }) => from === other.id || to === other.id)}
          />
        ))}
      </ul>
      {left > 0 ? (
        <button
          type="button"
          className={classes.more}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('profile.more', { count: Math.min(STEP, left) })}
        </button>
      ) : null}
    </section>
  )
}

/** What stands beside a node, by kind, the most often first; every line leads to its sentence. */
export const Neighbours = ({ node, filter }: { node: GraphNode; filter: NeighboursFilter }) => {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(kindsQuery(node.id, filter))
  const kinds = ORDER.filter((kind) => (data?.byKind[kind] ?? 0) > 0)
  return (
    <section className={classes.links} aria-labelledby="neighbours">
      <h2 id="neighbours">{t('profile.neighbours')}</h2>
      <p className={classes.note}>
        {t('profile.neighboursNote')} <MethodLink part="count" />
      </p>
      {error && !data ? <Failure what={t('error.profile')} error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton widths={[0.4, 0.6, 0.5]} gap={18} />}
      {data && kinds.length === 0 ? <p>{t('node.none')}</p> : null}
      {kinds.map((kind) => (
        <Kind key={kind} node={node} kind={kind} filter={filter} />
      ))}
    </section>
  )
}
