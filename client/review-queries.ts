import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  getConflicts,
  getCorrectable,
  getCurationLog,
  getCurationPlace,
  getMentions,
  previewCuration,
} from '../model/api/curation.ts'
import { getWorkList } from '../model/api/work-list.ts'
import type { CurationAction } from '../model/curation.ts'
import type { WorkKind } from '../model/work-list.ts'
import { request } from './api.ts'

const PAGE = 50

export const workListQuery = (jurisdiction: string, kind: WorkKind | null, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['work-list', jurisdiction, kind, limit],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const query = { jurisdiction, limit, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) }
      return request(getWorkList, { params: {}, query }, signal)
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** How many entries of a kind there are. */
export const workCountQuery = (jurisdiction: string, kind: WorkKind | null) =>
  queryOptions({
    queryKey: ['work-count', jurisdiction, kind],
    queryFn: ({ signal }) =>
      request(getWorkList, { params: {}, query: { jurisdiction, limit: 1, ...(kind ? { kind } : {}) } }, signal),
    select: ({ total }) => total,
  })

export const curationLogQuery = (jurisdiction: string, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['curation-log', jurisdiction, limit],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      request(
        getCurationLog,
        { params: {}, query: { jurisdiction, limit, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const conflictsQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['curation-conflicts', jurisdiction],
    queryFn: ({ signal }) => request(getConflicts, { params: {}, query: { jurisdiction, limit: 100 } }, signal),
  })

export const mentionsQuery = (node: string | null) =>
  queryOptions({
    queryKey: ['curation-mentions', node],
    enabled: node !== null,
    queryFn: ({ signal }) => request(getMentions, { params: {}, query: { node: node ?? '' } }, signal),
  })

export const correctableQuery = (edge: string | null) =>
  queryOptions({
    queryKey: ['curation-fact', edge],
    enabled: edge !== null,
    queryFn: ({ signal }) => request(getCorrectable, { params: {}, query: { edge: edge ?? '' } }, signal),
  })

export type SpanIn = { document: string; start: number; end: number }

/** The meeting and the item in which words stand. */
export const placeQuery = ({ document, start, end }: SpanIn) =>
  queryOptions({
    queryKey: ['curation-place', document, start, end],
    queryFn: ({ signal }) => request(getCurationPlace, { params: {}, query: { document, start, end } }, signal),
  })

export const previewQuery = (jurisdiction: string, action: CurationAction | null, by: string) =>
  queryOptions({
    queryKey: ['curation-preview', jurisdiction, action, by],
    enabled: action !== null,
    // What was shown may be old as soon as somebody writes.
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) => {
      if (!action) throw new Error('there is nothing to ask about')
      const body = { jurisdiction, action, ...(by ? { by } : {}) }
      return request(previewCuration, { params: {}, query: {}, body }, signal)
    },
  })
