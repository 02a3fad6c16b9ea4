import { type DutyWords, type Report, reportsOnDuties } from '../../analysis/reports.ts'
import { placesOf } from '../../analysis/sittings.ts'
import type { Where } from '../../analysis/trace.ts'
import type { DataVersion, DocumentId, Evidence, GraphNode, JurisdictionId } from '../../model/graph.ts'
import { forEverybody } from '../../store/asking.ts'
import type { GraphReader } from '../../store/port.ts'
import { Recent } from '../analysis/recent.ts'
import type { Series } from '../series.ts'
import { type DutyFound, dutiesOf } from './duties.ts'
import { GraphIndex } from './graph-index.ts'
import type { Told } from './policy-events.ts'

/** A place in the series; `null` stands for minutes that are missing. */
export type Place = { meeting: string | null; date: string | null }

/** All agendas of one jurisdiction. */
export type CityFacts = Told & {
  version: DataVersion
  sittings: readonly Place[]
  index: GraphIndex
  /** By item. */
  duties: ReadonlyMap<string, DutyFound[]>
}

const KEPT = 3
/** Nodes of one agenda; the longest known has some hundreds. */
const SLICE = 5000
const AT_ONCE = 8

const allAtOnce = async <Given, Found>(
  given: readonly Given[],
  ask: (one: Given) => Promise<Found>,
): Promise<Found[]> => {
  const found: Found[] = []
  for (let at = 0; at < given.length; at += AT_ONCE)
    found.push(...(await Promise.all(given.slice(at, at + AT_ONCE).map(ask))))
  return found
}

type Passage = { key: string; piece: Evidence | undefined }

/** The words of each passage, cut from its document: a text is let go when its words are taken. */
const wordsOf = async (store: GraphReader, passages: readonly Passage[]): Promise<Map<string, string>> => {
  const byDocument = new Map<DocumentId, { key: string; piece: Evidence }[]>()
  for (const { key, piece } of passages)
    if (piece) byDocument.set(piece.document, [...(byDocument.get(piece.document) ?? []), { key, piece }])
  const found = await allAtOnce([...byDocument], async ([id, its]) => {
    const text = (await store.document(id))?.text ?? ''
    return its.map(({ key, piece }) => [key, text.slice(piece.start, piece.end).replace(/\s/gu, '')] as const)
  })
  return new Map(found.flat())
}

const REPORTED = new Set(['hear', 'report'])

const reportsIn = (index: GraphIndex, places: ReadonlyMap<string, number>): Report[] =>
  [...index.nodes()].flatMap((node) => {
    if (node.kind !== 'item' || !node.verbs.some((verb) => REPORTED.has(verb))) return []
    const bodies = new Set(index.from(node.id, 'MENTIONS').map(({ to }) => to))
    return [{ item: node.id, at: places.get(node.meeting) ?? -1, heading: node.label, bodies }]
  })

const bodyNames = (index: GraphIndex): string[] =>
  [...index.nodes()]
    .flatMap((node) => (node.kind === 'department' || node.kind === 'district' ? node.forms : []))
    .sort((a, b) => b.length - a.length)

const reportsOf = (
  index: GraphIndex,
  duties: readonly DutyFound[],
  words: ReadonlyMap<string, string>,
  sittings: readonly Place[],
): Map<string, Where[]> => {
  const places = placesOf(sittings)
  const given = duties.map(({ id, item, bodies }): DutyWords => {
    const at = places.get(index.item(item).meeting) ?? -1
    return { id, at, who: bodies.map((body) => body.id), words: words.get(id) ?? '' }
  })
  const found = reportsOnDuties(given, reportsIn(index, places), bodyNames(index))
  const whereOf = (item: string): Where => {
    const { meeting, seq } = index.item(item)
    return { item, meeting, seq }
  }
  return new Map([...found].map(([id, items]) => [id, items.map(whereOf)]))
}

const severalPolicies = (index: GraphIndex, item: string): boolean => index.from(item, 'CONSIDERS').length > 1

const readFacts = async (store: GraphReader, { summary, meetings, slots }: Series): Promise<CityFacts> => {
  const slices = await allAtOnce(meetings, ({ id }) => store.meetingGraph(id, { of: 'agenda' }, SLICE))
  const nodes: GraphNode[] = slices.flatMap((slice) => slice?.nodes ?? [])
  const index = new GraphIndex(
    nodes,
    slices.flatMap((slice) => slice?.edges ?? []),
  )
  const items = [...index.nodes()].flatMap((node) => (node.kind === 'item' ? [node.id] : []))
  const duties = new Map(items.map((item) => [item, dutiesOf(index, item)]))
  const dated = [...duties.values()].flat().filter(({ deadline }) => deadline !== null)
  const words = await wordsOf(store, [
    ...dated.map(({ id, evidence }) => ({ key: id, piece: evidence.piece })),
    ...items
      .filter((item) => severalPolicies(index, item))
      .flatMap((item) => index.from(item, 'DECIDED'))
      .map(({ id, evidence }) => ({ key: id, piece: evidence[0] })),
  ])
  const sittings = slots.map((slot) =>
    slot.is === 'meeting' ? { meeting: slot.meeting, date: slot.date } : { meeting: null, date: null },
  )
  const reports = reportsOf(index, dated, words, sittings)
  return {
    version: summary.version,
    sittings,
    index,
    duties,
    words: (edge) => words.get(edge) ?? null,
    reportsOn: (duty) => reports.get(duty) ?? [],
  }
}

/** The agendas of a jurisdiction, read once for each data version. Throws `not-found`. */
export const cityFactsReader = (
  store: GraphReader,
  series: (jurisdiction: JurisdictionId) => Promise<Series>,
): ((jurisdiction: JurisdictionId) => Promise<CityFacts>) => {
  const kept = new Recent<Promise<CityFacts>>(KEPT)
  return async (jurisdiction) => {
    const found = await series(jurisdiction)
    const key = `${jurisdiction}\n${found.summary.version.hash}`
    const known = kept.get(key)
    if (known) return known
    const asked = forEverybody(() => readFacts(store, found))
    kept.set(key, asked)
    try {
      return await asked
    } catch (error) {
      kept.delete(key)
      throw error
    }
  }
}
