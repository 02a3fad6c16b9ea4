import { type Incidence, incidenceOf } from '../analysis/incidence.ts'
import { resolve } from '../ingest/resolve/resolve.ts'
import type { Graph, GraphEdge } from '../model/graph.ts'
import { byId } from '../model/order.ts'
import { buildCity } from '../scripts/samples/city.ts'
import { HOME } from '../scripts/samples/place.ts'
import { readText } from './documents.ts'

/** The sample city with so many meetings, written, read and resolved. */
export const cityGraph = (meetings: number): Graph => {
  const sources = Array.from(buildCity('2022', HOME, meetings).documents(), ({ meeting, text }) => ({
    document: meeting.stem,
    record: readText(text),
  }))
  return resolve({ id: HOME.city, issuer: `${HOME.city}人民政府` }, sources)
}

type Level = 'item' | 'meeting'

/** Bodies that an item names, tasks or has decide; of a meeting those of all its items. */
export const bodiesBy = ({ nodes, edges }: Graph, level: Level): Incidence => {
  const itemOf = new Map(nodes.flatMap((node) => (node.kind === 'decision' ? [[node.id, node.item]] : [])))
  const meetingOf = new Map(nodes.flatMap((node) => (node.kind === 'item' ? [[node.id, node.meeting]] : [])))
  const pairOf = (edge: GraphEdge): readonly [body: string, item: string] | null => {
    if (edge.type === 'MENTIONS') return [edge.to, edge.from]
    if (edge.type === 'TASKED') return [edge.from, edge.to]
    if (edge.type === 'LEADS' || edge.type === 'JOINS' || edge.type === 'ASSISTS')
      return [edge.from, itemOf.get(edge.to) ?? edge.to]
    return null
  }
  const who = nodes.filter(({ kind }) => kind === 'department' || kind === 'district').map(({ id }) => id)
  const what = nodes.flatMap((node) => (node.kind === level ? [{ id: node.id, date: node.date }] : [])).sort(byId)
  const rowOf = new Map(who.map((id, at) => [id, at]))
  const columnOf = new Map(what.map(({ id }, at) => [id, at]))
  const pairs = edges.flatMap((edge) => {
    const [body, item] = pairOf(edge) ?? ['', '']
    const row = rowOf.get(body)
    const column = columnOf.get(level === 'item' ? item : (meetingOf.get(item) ?? item))
    return row === undefined || column === undefined ? [] : [[row, column] as const]
  })
  return incidenceOf({
    who,
    what,
    rows: Int32Array.from(pairs, ([row]) => row),
    columns: Int32Array.from(pairs, ([, column]) => column),
  })
}
