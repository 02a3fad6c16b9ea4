import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getAmong, getNeighbours, getPath, listNodes } from '../model/api/lists.ts'
import { getOverview } from '../model/api/overview.ts'
import { request } from './api.ts'
import type { Expansion, Way } from './state/explore.ts'

export type ExploreFilter = { jurisdiction: string; from: string | null; to: string | null }

const period = ({ from, to }: ExploreFilter) => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) })

export const overviewQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['overview', jurisdiction],
    queryFn: ({ signal }) => request(getOverview, { params: {}, query: { jurisdiction } }, signal),
  })

export const expansionQuery = (filter: ExploreFilter, { node, kind, count }: Expansion) =>
  queryOptions({
    queryKey: ['expansion', node, kind, count, filter.from, filter.to],
    queryFn: ({ signal }) => {
      const query = { limit: count, ...(kind ? { kinds: kind } : {}), ...period(filter) }
      return request(getNeighbours, { params: { id: node }, query }, signal)
    },
  })

export const wayQuery = ({ from, to }: Way) =>
  queryOptions({
    queryKey: ['way', from, to],
    queryFn: ({ signal }) => request(getPath, { params: {}, query: { from, to } }, signal),
  })

/** `ids` without their jurisdiction. */
export const amongQuery = (filter: ExploreFilter, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['among', filter, ids],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => {
      const query = { jurisdiction: filter.jurisdiction, ids: ids.join('|'), ...period(filter) }
      return request(getAmong, { params: {}, query }, signal)
    },
    placeholderData: keepPreviousData,
  })

/** Those that occur in the most meetings. */
export const busiestQuery = (jurisdiction: string, kind: 'policy' | 'department', limit: number) =>
  queryOptions({
    queryKey: ['busiest', jurisdiction, kind, limit],
    queryFn: ({ signal }) =>
      request(listNodes, { params: {}, query: { jurisdiction, kind, limit, sort: 'activity' } }, signal),
  })
