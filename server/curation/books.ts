import { type Curated, curate, preview } from '../../ingest/curate.ts'
import { factsAt, factsOfEdge, itemAt, warningsIn } from '../../ingest/curation/correctable.ts'
import { namedEdge } from '../../ingest/curation/effect.ts'
import { logOf } from '../../ingest/curation/log-lines.ts'
import { meetingRef, printedMentions } from '../../ingest/curation/printed-mentions.ts'
import { wordsAt } from '../../ingest/curation/printed-words.ts'
import { type Imported, importEvents } from '../../ingest/import-events.ts'
import type { ReadDocument } from '../../ingest/work-list/matter.ts'
import { workListOf } from '../../ingest/work-list-of.ts'
import type {
  CorrectableReply,
  CurateReply,
  EventConflict,
  LogEntry,
  MentionsReply,
  PlaceReply,
  PreviewReply,
  WarningsReply,
} from '../../model/api/curation.ts'
import type { CurationAction, CurationEvent } from '../../model/curation.ts'
import type { JurisdictionId } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import type { WorkEntry, WorkKind } from '../../model/work-list.ts'
import type { Store } from '../../store/port.ts'
import { jurisdictionIn } from '../entity-tag.ts'
import { AppError, notFound } from '../errors.ts'
import { type City, Projections } from './projections.ts'
import { refused } from './refused.ts'

export type Part = { limit: number; offset: number }
export type PageOf<Row> = { total: number; rows: Row[] }
export type Decision = {
  jurisdiction: JurisdictionId
  action: CurationAction
  why: string
  /** `null` for somebody who has said nothing yet. */
  by: string | null
  expects: string | null
}

const page = <Row>(all: readonly Row[], { limit, offset }: Part): PageOf<Row> => ({
  total: all.length,
  rows: all.slice(offset, offset + limit),
})

const NOBODY = '—'
/** Characters of a document that a question may be about. */
const MOST_WORDS = 500

/** A name with which none of the events is signed. */
const somebodyNew = (events: readonly CurationEvent[]): string => {
  const known = new Set(events.map(({ by }) => by))
  let name = NOBODY
  while (known.has(name)) name += NOBODY
  return name
}

/** Everything that is asked about curation, and what writes it, over one store. What is refused is an `AppError`. */
export class Books {
  readonly #store: Store
  readonly #now: () => Date
  readonly #projections: Projections
  /** The work list of a city is long to make, and asked for page by page. */
  readonly #work = new WeakMap<City, WorkEntry[]>()

  constructor(store: Store, now: () => Date) {
    this.#store = store
    this.#now = now
    this.#projections = new Projections(store)
  }

  async log(id: JurisdictionId, part: Part): Promise<PageOf<LogEntry>> {
    const { events, projection } = await this.#projections.city(id)
    return page(logOf(events, projection).toReversed(), part)
  }

  async conflicts(id: JurisdictionId, part: Part): Promise<PageOf<EventConflict>> {
    return page((await this.#projections.city(id)).projection.conflicts, part)
  }

  async work(id: JurisdictionId, kind: WorkKind | null, part: Part): Promise<PageOf<WorkEntry>> {
    const city = await this.#projections.city(id)
    const all = this.#work.get(city) ?? workListOf(city.projection)
    this.#work.set(city, all)
    return page(kind === null ? all : all.filter((entry) => entry.kind === kind), part)
  }

  async mentions(id: string, limit: number): Promise<MentionsReply> {
    const { graph, documents } = (await this.#cityOf(id, 'node')).projection
    const node = graph.nodes.find((one) => one.id === id) ?? notFound('node', id)
    const all = printedMentions(graph, documents)(node)
    const { total, rows } = page(all, { limit, offset: 0 })
    const { kind, label } = node
    return { node: { kind, id, label }, total, shown: rows.length, mentions: rows }
  }

  async fact(id: string): Promise<CorrectableReply> {
    const { graph, documents, standing } = (await this.#cityOf(id, 'edge')).projection
    const edge = graph.edges.find((one) => one.id === id) ?? notFound('edge', id)
    const ends = graph.nodes.filter((node) => node.id === edge.from || node.id === edge.to)
    const named = namedEdge(edge, graph) ?? notFound('edge', id)
    return { edge: named, facts: factsOfEdge(edge, ends, documents, standing.claims) }
  }

  async warnings(id: string): Promise<WarningsReply> {
    const city = await this.#cityOf(id, 'document')
    const { document, meeting } = this.#document(city, id)
    return { meeting, warnings: warningsIn(document, city.projection.standing.claims) }
  }

  async place(id: string, place: Span): Promise<PlaceReply> {
    const city = await this.#cityOf(id, 'document')
    const { document, meeting } = this.#document(city, id)
    const { text } = document
    const printed =
      place.end <= text.length && place.end - place.start <= MOST_WORDS ? text.slice(place.start, place.end) : ''
    if (printed.trim() === '')
      throw new AppError(
        'not-found',
        `start, end: the document, which has ${text.length} characters, has no words there, or more than ${MOST_WORDS} characters of them`,
      )
    const { claims } = city.projection.standing
    const words = wordsAt(text, place)
    const item = itemAt(document, place)
    return {
      meeting,
      words,
      item,
      facts: factsAt(document, place, claims),
      warnings: warningsIn(document, claims).filter(
        ({ warning: { span } }) => span !== null && span.start < place.end && place.start < span.end,
      ),
      additions: additionsFor(meeting.key, words, item),
    }
  }

  async preview({ jurisdiction, action, by, why }: Decision): Promise<PreviewReply> {
    const name = by ?? somebodyNew(await this.#store.curation(jurisdiction))
    const curator = { by: name, why, now: this.#now }
    const told = await refused(() => preview(this.#store, jurisdiction, action, curator, this.#projections.project))
    const { seen, effect, conflicts, cautions } = told
    return { version: seen, effect, conflicts, cautions }
  }

  async curate({ jurisdiction, action, by, why, expects }: Decision): Promise<CurateReply> {
    if (by === null) throw new AppError('bad-input', 'by: say who decides')
    const curator = { by, why, now: this.#now, ...(expects === null ? {} : { expects }) }
    const done: Curated = await refused(() =>
      curate(this.#store, jurisdiction, action, curator, this.#projections.project),
    )
    const { entry, version, effect, conflicts } = done
    return { entry, version, effect, conflicts }
  }

  async events(id: JurisdictionId): Promise<CurationEvent[]> {
    const events = await this.#store.curation(id)
    if (events.length === 0 && (await this.#store.jurisdiction(id)) === null) notFound('jurisdiction', id)
    return events
  }

  async import(lines: string): Promise<{ places: Imported[] }> {
    const places: Imported[] = []
    await refused(() => importEvents(this.#store, lines, { tell: (one) => void places.push(one) }))
    return { places }
  }

  #cityOf(id: string, what: string): Promise<City> {
    return this.#projections.city(jurisdictionIn(id) ?? notFound(what, id))
  }

  #document(
    { projection: { graph, documents } }: City,
    id: string,
  ): { document: ReadDocument; meeting: WarningsReply['meeting'] } {
    const document = documents.find((one) => one.id === id) ?? notFound('document', id)
    const node = graph.nodes.find((one) => one.id === document.meeting)
    if (node?.kind !== 'meeting') throw new Error(`${id} belongs to no meeting`)
    return { document, meeting: meetingRef(node) }
  }
}

const additionsFor = (meeting: string, words: PlaceReply['words'], item: PlaceReply['item']): CurationAction[] => {
  const name = words.quote.replaceAll(/\s+/gu, '')
  const reading = { person: name, role: 'observer' as const, body: null, post: null, onBehalfOf: null }
  if (!item) return [{ do: 'add-roll', meeting, words, readings: [reading] }]
  const where = { meeting, heading: item.heading, nth: item.nth }
  const title = name.replace(/^《(.*)》$/u, '$1')
  return [
    { do: 'add-name', fact: { of: 'body', ...where, part: 'mention', body: name }, words: item.words },
    { do: 'add-name', fact: { of: 'title', ...where, part: 'considers', title }, words: item.words },
  ]
}
