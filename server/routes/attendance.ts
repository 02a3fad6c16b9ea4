import {
  type BodyAttendanceReply,
  getAttendance,
  getBodyAttendance,
  getPersonAttendance,
  type PersonAttendanceReply,
} from '../../model/api/attendance.ts'
import type { EdgeType, GraphEdge, GraphNode, JurisdictionId, MeetingNode, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { GraphReader } from '../../store/port.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'
import { companyOf } from '../attendance/company.ts'
import { newestFirst, rollQuotations } from '../attendance/roll-quotations.ts'
import { rollsReader } from '../attendance/rolls-reader.ts'
import { delegatesOf, inRollOrder, type Row } from '../attendance/rows.ts'
import { type ReadRows, type RowsQuery, rowsReader } from '../attendance/rows-reader.ts'
import { postsOf, seatsOf } from '../attendance/seats.ts'
import { notFound } from '../errors.ts'
import { attendanceFile, companyFile, delegatesFile } from '../exports/views/attendance.ts'
import type { Series } from '../series.ts'
import { serve } from '../serve.ts'

/** Edges are asked for by the neighbour; nobody comes to more meetings than this in one jurisdiction. */
const EDGES = 2000
const QUOTED = 10

type Period = { from?: string | undefined; to?: string | undefined }

const shown = ({ place: _place, ...row }: Row) => row

/** The edges of these types at a node, with both ends. */
const edgesAt = async (store: GraphReader, node: NodeId, types: readonly EdgeType[], period: Period = {}) => {
  const { from, to } = period
  const query = { node, kinds: null, types, from: from ?? null, to: to ?? null, limit: EDGES, offset: 0 }
  const found = await store.neighbours(query)
  return { nodes: new Map(found?.nodes.map((one) => [one.id, one])), edges: found?.edges ?? [] }
}

const isA =
  <Type extends EdgeType>(type: Type) =>
  (edge: GraphEdge): edge is Extract<GraphEdge, { type: Type }> =>
    edge.type === type

type Read = { store: GraphReader; meetings: readonly MeetingNode[] }

const possiblySame = async (
  { store, meetings }: Read,
  id: NodeId,
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<NodeId, GraphNode>,
): Promise<PersonAttendanceReply['possiblySame']> =>
  Promise.all(
    edges.filter(isA('POSSIBLY_SAME')).flatMap((edge) => {
      const other = nodes.get(edge.from === id ? edge.to : edge.from)
      if (other?.kind !== 'person') return []
      const { grade, why } = edge.props
      return [
        rollQuotations(store, meetings, [edge], 2).then((quotations) => ({
          id: other.id,
          label: other.label,
          seat: other.seat,
          grade,
          why,
          quotations,
        })),
      ]
    }),
  )

const reforms = async ({ store, meetings }: Read, id: NodeId): Promise<BodyAttendanceReply['reforms']> => {
  const { edges, nodes } = await edgesAt(store, id, ['SUCCEEDS'])
  return Promise.all(
    edges.filter(isA('SUCCEEDS')).map(async (edge) => {
      const [is, other] = edge.from === id ? (['before', edge.to] as const) : (['after', edge.from] as const)
      return {
        is,
        id: other,
        label: nodes.get(other)?.label ?? other,
        on: edge.props.on,
        quotations: await rollQuotations(store, meetings, [edge], 2),
      }
    }),
  )
}

const nodeOf = async (store: GraphReader, id: NodeId): Promise<GraphNode> =>
  (await store.node(id))?.node ?? notFound('node', id)

type Context = {
  store: GraphReader
  read: (query: RowsQuery) => Promise<ReadRows>
  series: (jurisdiction: JurisdictionId) => Promise<Series>
}

const personRoute = ({ store, read, series }: Context) =>
  serve(
    getPersonAttendance,
    async ({ params, query }) => {
      const node = await nodeOf(store, params.id)
      if (node.kind !== 'person') return notFound('person', params.id)
      const { jurisdiction } = node
      const { version, sessions, rows } = await read({ ...query, jurisdiction, who: 'person' })
      const { meetings } = await series(jurisdiction)
      const row = rows.find(({ id }) => id === node.id)
      const printed = sessions.columns.map((column) => column.is === 'meeting' && column.roll)
      const company = row ? companyOf(row, rows, printed) : []
      const [always, inPeriod, seats] = await Promise.all([
        edgesAt(store, node.id, ['SERVED_AT', 'POSSIBLY_SAME']),
        edgesAt(store, node.id, ['ATTENDED', 'CHAIRED', 'ABSENT_FROM'], query),
        store.nodes(node.seats.flatMap(({ body }) => body ?? [])),
      ])
      return {
        version,
        row: row ? shown(row) : null,
        columns: sessions.columns,
        seats: seatsOf(node, always.edges.filter(isA('SERVED_AT')), new Map(seats.map((one) => [one.id, one]))),
        posts: postsOf(inPeriod.edges),
        company: company.slice(0, query.limit),
        companyTotal: company.length,
        fixed: rows.filter(({ id, fixed }) => fixed && id !== node.id).length,
        possiblySame: await possiblySame({ store, meetings }, node.id, always.edges, always.nodes),
        quotations: await rollQuotations(store, meetings, newestFirst(inPeriod.edges).slice(0, QUOTED)),
        quotationsTotal: inPeriod.edges.length,
      }
    },
    companyFile,
  )

const bodyRoute = ({ store, read, series }: Context) =>
  serve(
    getBodyAttendance,
    async ({ params, query }) => {
      const node = await nodeOf(store, params.id)
      if (node.kind !== 'department' && node.kind !== 'district') return notFound('body', params.id)
      const { jurisdiction } = node
      const { version, rolls, sessions, rows } = await read({ ...query, jurisdiction, who: 'body' })
      const { meetings } = await series(jurisdiction)
      const row = rows.find(({ id }) => id === node.id)
      const represented = await edgesAt(store, node.id, ['REPRESENTED'], query)
      return {
        version,
        row: row ? shown(row) : null,
        columns: sessions.columns,
        delegates: delegatesOf(rolls, sessions, node.id, query.per).map(shown),
        names: node.names.toSorted(
          (a, b) => byCodeUnits(a.first ?? '9999', b.first ?? '9999') || byCodeUnits(a.form, b.form),
        ),
        reforms: await reforms({ store, meetings }, node.id),
        quotations: await rollQuotations(store, meetings, newestFirst(represented.edges).slice(0, QUOTED)),
        quotationsTotal: represented.edges.length,
      }
    },
    delegatesFile,
  )

export const attendanceRoutes = (store: GraphReader, ties: TiesReader, series: Context['series']) => {
  const read = rowsReader(rollsReader(store, ties, series))
  const context = { store, read, series }
  return [
    serve(
      getAttendance,
      async ({ query }) => {
        const { version, sessions, rows } = await read(query)
        const listed = inRollOrder(rows, query.limit)
        const meetings = sessions.columns.filter(({ is }) => is === 'meeting')
        return {
          version,
          columns: sessions.columns,
          meetings: meetings.length,
          withRoll: meetings.filter((column) => column.is === 'meeting' && column.roll).length,
          rows: listed.map(shown),
          total: rows.length,
          shown: listed.length,
        }
      },
      attendanceFile,
    ),
    personRoute(context),
    bodyRoute(context),
  ]
}
