import type { RecordedDocument, StoredDocument } from '../model/document.ts'
import type { DocumentId, JurisdictionId } from '../model/graph.ts'
import { StaleBase, type Store } from '../store/port.ts'
import { canonical } from './difference.ts'
import { mayBeDivided, readTogether } from './known-pairs.ts'

/** With its texts, or as it is stored without them. */
export type Document = StoredDocument | RecordedDocument

const isWhole = (document: Document): document is StoredDocument => 'text' in document

/** One question for each; of more than these it is quicker to ask for all. */
const FEW = 32

const storedTexts = async (
  store: Store,
  place: JurisdictionId,
  ids: readonly DocumentId[],
): Promise<Map<DocumentId, StoredDocument>> => {
  const found = ids.length > FEW ? await store.documents(place) : await Promise.all(ids.map((id) => store.document(id)))
  const whole = new Map(found.flatMap((document) => (document ? [[document.id, document]] : [])))
  // Somebody has taken it out since its record was read.
  if (ids.some((id) => !whole.has(id))) throw new StaleBase(place)
  return whole
}

/** Documents with their texts; those that came without are asked of the store, and keep what is new in them. */
export const texts = async (
  store: Store,
  place: JurisdictionId,
  documents: readonly Document[],
): Promise<StoredDocument[]> => {
  const bare = documents.filter((document) => !isWhole(document)).map(({ id }) => id)
  const whole = bare.length ? await storedTexts(store, place, bare) : new Map<DocumentId, StoredDocument>()
  return documents.flatMap((document) => {
    if (isWhole(document)) return [document]
    const { print: _print, ...rest } = document
    const stored = whole.get(document.id)
    return stored ? [{ ...stored, ...rest }] : []
  })
}

/**
 * Documents whose rolls read otherwise beside the others; one that is stored like that already is given back as it is among `stored`.
 * Texts are asked of the store for those alone that may be divided in another way.
 */
export const together = async (
  store: Store,
  place: JurisdictionId,
  { wanted, stored }: { wanted: readonly Document[]; stored: readonly Document[] },
): Promise<Document[]> => {
  const open = wanted.filter(({ record }) => mayBeDivided(record))
  if (open.length === 0) return [...wanted]
  const before = new Map(stored.map((document) => [document.id, document]))
  const asked = [...new Set(open.flatMap((document) => [document, before.get(document.id) ?? []].flat()))]
  const whole = new Map((await texts(store, place, asked)).map((document, at) => [asked[at], document]))
  const records = readTogether(
    wanted.map((document) => {
      const { text, origins } = whole.get(document) ?? { text: '', origins: [] }
      return { repaired: { text, origins }, record: document.record }
    }),
  )
  return wanted.map((document, at) => {
    const record = records[at] ?? document.record
    const [was, now] = [before.get(document.id), whole.get(document)]
    if (!now || (was === document && record === document.record)) return document
    const read = record === document.record ? now : { ...now, record }
    return was && canonical(whole.get(was)) === canonical(read) ? was : read
  })
}
