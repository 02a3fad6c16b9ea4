import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getNeighbours, listNodes } from '../model/api/lists.ts'
import type { NodeKind } from '../model/graph.ts'
import { request } from './api.ts'
import { period } from './queries.ts'

export type NodesFilter = {
  jurisdiction: string
  kind: 'department' | 'district' | 'person'
  sort: 'activity' | 'name' | 'recent'
  from: string | null
  to: string | null
}

export const nodesQuery = (filter: NodesFilter) =>
  infiniteQueryOptions({
    queryKey: ['nodes', filter],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const { jurisdiction, kind, sort } = filter
      const cursor = pageParam ? { cursor: pageParam } : {}
      return request(
        listNodes,
        { params: {}, query: { jurisdiction, kind, sort, limit: 100, ...period(filter), ...cursor } },
        signal,
      )
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export type NeighboursFilter = { from: string | null; to: string | null }

/** Of one kind, `limit` at a time. */
export const neighboursQuery = (id: string, kind: NodeKind, filter: NeighboursFilter, limit = 12) =>
  infiniteQueryOptions({
    queryKey: ['neighbours', id, kind, filter, limit],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      request(
        getNeighbours,
        { params: { id }, query: { kinds: kind, limit, offset: pageParam, ...period(filter) } },
        signal,
      ),
    getNextPageParam: (page, pages) => {
      const shown = pages.reduce((sum, one) => sum + one.shown, 0)
      return shown < page.total ? shown : null
    },
  })

/** The edges of some types at a node, all at once. */
export const edgesQuery = (id: string, types: readonly string[], filter: NeighboursFilter, limit = 200) =>
  queryOptions({
    queryKey: ['edges', id, types, filter, limit],
    queryFn: ({ signal }) =>
      request(getNeighbours, { params: { id }, query: { types: types.join(','), limit, ...period(filter) } }, signal),
  })

/** How many neighbours of each kind. */
export const kindsQuery = (id: string, filter: NeighboursFilter) =>
  queryOptions({
    queryKey: ['neighbour-kinds', id, filter],
    queryFn: ({ signal }) => request(getNeighbours, { params: { id }, query: { limit: 1, ...period(filter) } }, signal),
  })
