/** A city of small minutes in a store of its own, written as `ingest` writes it. */
import { createHash } from 'node:crypto'
import { type Curated, type Curator, curate } from '../../../ingest/curate.ts'
import { parseSource, toDocument } from '../../../ingest/read-minutes.ts'
import { writeJurisdiction } from '../../../ingest/write-jurisdiction.ts'
import { CurationAction } from '../../../model/curation.ts'
import type { StoredDocument } from '../../../model/document.ts'
import type { Store } from '../../../store/port.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'

export const CITY = '澜州市'

export const documentOf = (name: string, sourceText: string): StoredDocument => {
  const sha256 = createHash('sha256').update(sourceText).digest('hex')
  const read = parseSource({ path: name, sha256, format: 'txt', sourceText }, { force: false })
  const document = read.is === 'minutes' ? toDocument(read, `/minutes/${name}`) : read
  if ('is' in document) throw new Error(`${name} was refused: ${document.reason}`)
  return document
}

export const openEmpty = (): Promise<Store> => openSqlite({ file: ':memory:', readers: 0 })

/** One document takes the place of another of its name. */
export const put = (store: Store, ...documents: StoredDocument[]) =>
  writeJurisdiction(store, CITY, (stored) => [
    ...stored.filter(({ name }) => documents.every((document) => document.name !== name)),
    ...documents,
  ])

/** All that a reader can see of the graph. */
export const graphOf = async (store: Store) => ({
  place: await store.jurisdiction(CITY),
  prints: await store.fingerprints(CITY),
})

export const curator = (by = '林', at = '2024-05-06T07:08:09.000Z'): Curator => ({
  by,
  why: '看了原文',
  now: () => new Date(at),
})

export const act = (store: Store, action: unknown, by = '林'): Promise<Curated> =>
  curate(store, CITY, CurationAction.parse(action), curator(by))
