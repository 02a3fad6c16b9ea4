import { activityOf, sortActivity } from '../../analysis/activity.ts'
import { getAmong, getDrawing, getNeighbours, getPath, listNodes } from '../../model/api/lists.ts'
import type { GraphReader } from '../../store/port.ts'
import type { TiesReader } from '../analysis/ties-reader.ts'
import { notFound } from '../errors.ts'
import { drawingFile, neighboursFile, pathFile } from '../exports/views/graph-view.ts'
import { nodesFile } from '../exports/views/lists.ts'
import { serve } from '../serve.ts'

/** Where people are met: in rolls; everything else in the items that name it. */
const LEVEL = { person: 'meeting', policy: 'item', department: 'item', district: 'item' } as const

const listNodesRoute = (store: GraphReader, reader: TiesReader) =>
  serve(
    listNodes,
    async ({ query }) => {
      const { jurisdiction, kind, sort, limit } = query
      const incidences = [
        await reader.incidence({ jurisdiction, who: kind, level: LEVEL[kind] }),
        // A body is met in items and in rolls.
        ...(kind === 'department' || kind === 'district'
          ? [await reader.incidence({ jurisdiction, who: kind, level: 'meeting' })]
          : []),
      ]
      const period = { from: query.from ?? null, until: query.to ?? null }
      const all = sortActivity(
        activityOf(
          incidences.map(({ incidence }) => incidence),
          period,
        ),
        sort,
      )
      const offset = Number(query.cursor ?? 0)
      const shown = all.slice(offset, offset + limit)
      const nodes = new Map((await store.nodes(shown.map(({ id }) => id))).map((node) => [node.id, node]))
      const rows = shown.flatMap(({ id, meetings, first, last }) => {
        const node = nodes.get(id)
        return node ? [{ node, meetings, first, last }] : []
      })
      const end = offset + shown.length
      return {
        version: incidences[0]?.summary.version ?? notFound('jurisdiction', jurisdiction),
        total: all.length,
        shown: rows.length,
        next: end < all.length ? String(end) : null,
        rows,
      }
    },
    nodesFile,
  )

const getNeighboursRoute = (store: GraphReader) =>
  serve(
    getNeighbours,
    async ({ params, query }) => {
      const { kinds, types, from, to, limit, offset } = query
      const found = await store.neighbours({
        node: params.id,
        kinds: kinds ?? null,
        types: types ?? null,
        from: from ?? null,
        to: to ?? null,
        limit,
        offset,
      })
      const { node, nodes, edges, total, byKind } = found ?? notFound('node', params.id)
      return { node, nodes, edges, total, shown: nodes.length, byKind }
    },
    neighboursFile,
  )

const getAmongRoute = (store: GraphReader) =>
  serve(getAmong, async ({ query }) =>
    store.among({
      nodes: query.ids.map((id) => `${query.jurisdiction}/${id}`),
      from: query.from ?? null,
      to: query.to ?? null,
    }),
  )

const getPathRoute = (store: GraphReader) =>
  serve(
    getPath,
    async ({ query }) => {
      const { from, to, longest } = query
      return (await store.path({ from, to, types: null, longest })) ?? notFound('node', `${from} or ${to}`)
    },
    pathFile,
  )

const getDrawingRoute = (store: GraphReader) =>
  serve(
    getDrawing,
    async ({ body }) => {
      const { jurisdiction, from, to } = body
      const { version } = (await store.jurisdiction(jurisdiction)) ?? notFound('jurisdiction', jurisdiction)
      const asked = [...new Set(body.nodes.map(({ id }) => id))]
      const nodes = (await store.nodes(asked)).filter((node) => node.jurisdiction === jurisdiction)
      const ids = nodes.map(({ id }) => id)
      const { edges } = await store.among({ nodes: ids, from, to })
      const known = new Set(ids)
      const places = body.nodes.flatMap(({ id, x, y }) =>
        known.has(id) && x !== null && y !== null ? [{ id, x, y }] : [],
      )
      return { version, nodes, edges, places }
    },
    drawingFile,
  )

export const listRoutes = (store: GraphReader, reader: TiesReader) => [
  listNodesRoute(store, reader),
  getNeighboursRoute(store),
  getAmongRoute(store),
  getPathRoute(store),
  getDrawingRoute(store),
]
