import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import { type Denominator, getAttendance, getBodyAttendance, getPersonAttendance } from '../model/api/attendance.ts'
import { getCoOccurrence, getPair } from '../model/api/co-occurrence.ts'
import { getDocument } from '../model/api/documents.ts'
import { getEdge, getNode, search } from '../model/api/graph.ts'
import { getCoverage, listJurisdictions } from '../model/api/jurisdictions.ts'
import { getNeighbours, listNodes } from '../model/api/lists.ts'
import { getMeeting, getMeetingGraph, listMeetings } from '../model/api/meetings.ts'
import { getTrace, getVanished, listPolicies, type PolicyFilter } from '../model/api/trace.ts'
import type { NodeKind } from '../model/graph.ts'
import { RequestFailed, request } from './api.ts'

const MINUTE = 60_000
const PAGE = 50
/** Of the agenda and the roll in the side panel; the canvas shows fewer and says so. */
const GRAPH_LIMIT = 300

/** What the server said is so is not asked again; what did not arrive is, once. */
const retry = (count: number, error: Error): boolean =>
  count < 1 && error instanceof RequestFailed && (error.kind === 'offline' || error.kind === 'store-down')

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry, retryDelay: 600, staleTime: MINUTE, refetchOnWindowFocus: true } },
  })

const none = { params: {}, query: {} }

export const jurisdictionsQuery = () =>
  queryOptions({
    queryKey: ['jurisdictions'],
    queryFn: ({ signal }) => request(listJurisdictions, none, signal),
    // An empty store is being filled from the command line: look again.
    refetchInterval: ({ state }) => (state.data && state.data.rows.length === 0 ? 4000 : false),
  })

export const coverageQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['coverage', jurisdiction],
    queryFn: ({ signal }) => request(getCoverage, { params: {}, query: { jurisdiction } }, signal),
  })

export type MeetingsFilter = { jurisdiction: string; from: string | null; to: string | null }

export const meetingsQuery = ({ jurisdiction, from, to }: MeetingsFilter, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['meetings', jurisdiction, from, to, limit],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      request(
        listMeetings,
        {
          params: {},
          query: {
            jurisdiction,
            limit,
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => request(getMeeting, { params: { id }, query: {} }, signal),
  })

export const documentQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['document', id],
    enabled: id !== null,
    queryFn: ({ signal }) => request(getDocument, { params: { id: id ?? '' }, query: {} }, signal),
  })

export type GraphPart = { of: 'agenda' } | { of: 'roll' } | { of: 'item'; item: string }

export const meetingGraphQuery = (id: string, part: GraphPart) =>
  queryOptions({
    queryKey: ['meeting-graph', id, part],
    queryFn: ({ signal }) =>
      request(
        getMeetingGraph,
        {
          params: { id },
          query: { part: part.of, limit: GRAPH_LIMIT, ...(part.of === 'item' ? { item: part.item } : {}) },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const edgeQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['edge', id],
    enabled: id !== null,
    queryFn: ({ signal }) => request(getEdge, { params: { id: id ?? '' }, query: {} }, signal),
  })

export const nodeQuery = (id: string) =>
  queryOptions({
    queryKey: ['node', id],
    queryFn: ({ signal }) => request(getNode, { params: { id }, query: {} }, signal),
  })

export const searchQuery = (jurisdiction: string | null, text: string) =>
  queryOptions({
    queryKey: ['search', jurisdiction, text],
    enabled: jurisdiction !== null && text.length > 0,
    queryFn: ({ signal }) =>
      request(search, { params: {}, query: { jurisdiction: jurisdiction ?? '', q: text, limit: 24 } }, signal),
    placeholderData: keepPreviousData,
  })

/** What the addresses of the two questions share. */
export type TiesFilter = {
  jurisdiction: string
  who: 'department' | 'district' | 'body' | 'person'
  level: 'decision' | 'item' | 'meeting'
  from: string | null
  to: string | null
}

const period = ({ from, to }: { from: string | null; to: string | null }) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})

export const coOccurrenceQuery = (filter: TiesFilter, fdr: string, minimum: string) =>
  queryOptions({
    queryKey: ['co-occurrence', filter, fdr, minimum],
    queryFn: ({ signal }) => {
      const { jurisdiction, who, level } = filter
      const query = { jurisdiction, who, level, fdr, minimum, ...period(filter) }
      return request(getCoOccurrence, { params: {}, query }, signal)
    },
    placeholderData: keepPreviousData,
  })

/** The items behind a pair, newest first, `limit` at a time. */
export const pairQuery = (filter: TiesFilter, a: string, b: string, limit = 6) =>
  infiniteQueryOptions({
    queryKey: ['pair', filter, a, b, limit],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => {
      const { jurisdiction, who, level } = filter
      const query = { jurisdiction, who, level, a, b, limit, offset: pageParam, ...period(filter) }
      return request(getPair, { params: {}, query }, signal)
    },
    getNextPageParam: (page, pages) => {
      const shown = pages.reduce((sum, one) => sum + one.shown, 0)
      return shown < page.total ? shown : null
    },
  })

export const traceQuery = (id: string) =>
  queryOptions({
    queryKey: ['trace', id],
    queryFn: ({ signal }) => request(getTrace, { params: { id }, query: {} }, signal),
  })

export type PoliciesQuery = {
  jurisdiction: string
  q: string
  only: PolicyFilter
  sort: 'open' | 'recent' | 'activity' | 'name'
  from: string | null
  to: string | null
}

export const policiesQuery = (asked: PoliciesQuery, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['policies', asked, limit],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const { jurisdiction, q, only, sort } = asked
      const cursor = pageParam ? { cursor: pageParam } : {}
      const query = { jurisdiction, q, only, sort, limit, ...period(asked), ...cursor }
      return request(listPolicies, { params: {}, query }, signal)
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export type VanishedQuery = {
  jurisdiction: string
  is: 'deferred' | 'duty'
  meetings: string
  from: string | null
  to: string | null
}

export const vanishedQuery = (asked: VanishedQuery, limit = 20) =>
  infiniteQueryOptions({
    queryKey: ['vanished', asked, limit],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const { jurisdiction, is, meetings } = asked
      const cursor = pageParam ? { cursor: pageParam } : {}
      return request(
        getVanished,
        { params: {}, query: { jurisdiction, is, meetings, limit, ...period(asked), ...cursor } },
        signal,
      )
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export type AttendanceFilter = { from: string | null; to: string | null; per: Denominator }

const counted = ({ per, ...days }: AttendanceFilter) => ({ per, ...period(days) })

/** As many rows as the server gives. */
const ROWS = 2000

export const attendanceQuery = (jurisdiction: string, who: 'person' | 'body', filter: AttendanceFilter) =>
  queryOptions({
    queryKey: ['attendance', jurisdiction, who, filter],
    queryFn: ({ signal }) => {
      const query = { jurisdiction, who, limit: ROWS, ...counted(filter) }
      return request(getAttendance, { params: {}, query }, signal)
    },
    placeholderData: keepPreviousData,
  })

export const personAttendanceQuery = (id: string, filter: AttendanceFilter, limit = 6) =>
  queryOptions({
    queryKey: ['person-attendance', id, filter, limit],
    queryFn: ({ signal }) =>
      request(getPersonAttendance, { params: { id }, query: { limit, ...counted(filter) } }, signal),
    placeholderData: keepPreviousData,
  })

export const bodyAttendanceQuery = (id: string, filter: AttendanceFilter) =>
  queryOptions({
    queryKey: ['body-attendance', id, filter],
    queryFn: ({ signal }) => request(getBodyAttendance, { params: { id }, query: counted(filter) }, signal),
    placeholderData: keepPreviousData,
  })

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
