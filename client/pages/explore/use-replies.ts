import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { NeighboursReply } from '../../../model/api/lists.ts'
import { amongQuery, type ExploreFilter, expansionQuery, wayQuery } from '../../explore-queries.ts'
import { isGone } from '../../frame/notice.tsx'
import { nodeQuery } from '../../queries.ts'
import type { Expansion, Explore, Way } from '../../state/explore.ts'
import { withoutPlace } from '../../state/explore-address.ts'
import { type ExploreGraph, exploreGraph, type Replies } from '../../state/explore-graph.ts'

type Combined<Data> = {
  data: (Data | undefined)[]
  pending: boolean
  error: Error | null
  /** Places of those that are not there, or no longer. */
  gone: number[]
  retry: () => void
}

const combine = <Data>(results: UseQueryResult<Data>[]): Combined<Data> => ({
  data: results.map(({ data }) => data),
  pending: results.some(({ isPending }) => isPending),
  // A node that the server does not know is no failure: trying again would not find it.
  error: results.find(({ error }) => error !== null && !isGone(error))?.error ?? null,
  gone: results.flatMap(({ error }, at) => (isGone(error) ? [at] : [])),
  retry: () => {
    for (const { error, refetch } of results) if (error) void refetch()
  },
})

/** Longer than this, encoded, and a server refuses the address. */
const MOST_LETTERS = 9000
const MOST_IDS = 150

/** Ids of nodes to ask about; those that an address has no room for are left out, and counted. */
const asked = (graph: ExploreGraph, place: string): { ids: string[]; left: number } => {
  const ids: string[] = []
  let letters = 0
  for (const { id } of graph.nodes) {
    const short = withoutPlace(place, id)
    letters += encodeURIComponent(short).length + 3
    if (ids.length >= MOST_IDS || letters > MOST_LETTERS) break
    ids.push(short)
  }
  return { ids: ids.sort(), left: graph.nodes.length - ids.length }
}

const expansionKey = ({ node, kind }: Expansion, { from, to }: ExploreFilter) => [node, kind, from, to].join('\n')
const wayKey = ({ from, to }: Way) => `${from}\n${to}`

/** While more of a node is on its way, what was there stays. */
const useLast = () => useState(() => new Map<string, NeighboursReply>())[0]

export const useReplies = (view: Explore, filter: ExploreFilter) => {
  const starts = useQueries({ queries: view.starts.map(nodeQuery), combine })
  const expansions = useQueries({ queries: view.expansions.map((one) => expansionQuery(filter, one)), combine })
  const ways = useQueries({ queries: view.ways.map(wayQuery), combine })
  const last = useLast()
  const replies = useMemo((): Replies => {
    view.expansions.forEach((one, at) => {
      const data = expansions.data[at]
      if (data) last.set(expansionKey(one, filter), data)
    })
    const way = new Map(view.ways.map((one, at) => [wayKey(one), ways.data[at]]))
    return {
      start: (id) => starts.data[view.starts.indexOf(id)]?.node,
      expansion: (one) => last.get(expansionKey(one, filter)),
      way: (one) => way.get(wayKey(one)),
    }
  }, [view, filter, starts.data, expansions.data, ways.data, last])
  const known = useMemo(() => asked(exploreGraph(view, replies), filter.jurisdiction), [view, replies, filter])
  const among = useQuery(amongQuery(filter, known.ids))
  const graph = useMemo(() => exploreGraph(view, replies, among.data), [view, replies, among.data])
  const error = starts.error ?? expansions.error ?? ways.error ?? among.error
  return {
    graph,
    among: among.data,
    /** Nodes among which no further relations were looked for. */
    unasked: known.left,
    way: replies.way,
    /** Starts that an old link names and the place does not know. */
    gone: starts.gone.flatMap((at) => view.starts[at] ?? []),
    pending: starts.pending || expansions.pending || ways.pending,
    error,
    retry: () => {
      starts.retry()
      expansions.retry()
      ways.retry()
      if (among.error) void among.refetch()
    },
  }
}
