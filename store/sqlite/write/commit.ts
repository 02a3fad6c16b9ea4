import type { DataVersion, Jurisdiction } from '../../../model/graph.ts'
import { type Change, StaleBase } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { putEvents } from './curation.ts'
import { putDocument, removeDocument } from './documents.ts'
import { writeGraph } from './graph.ts'

const PUT_JURISDICTION = `
  INSERT INTO jurisdictions (id, issuer, hash, day) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, hash = excluded.hash, day = excluded.day`

// Counted once for each write and not for each read: a reader asks for them on every page.
const COUNT = `
  UPDATE jurisdictions SET
    documents = (SELECT count(*) FROM documents d WHERE d.jurisdiction = jurisdictions.pk),
    counts = (SELECT json_group_object(kind, n) FROM
      (SELECT kind, count(*) AS n FROM nodes WHERE nodes.jurisdiction = ?1 GROUP BY kind)),
    first_day = (SELECT min(date) FROM nodes WHERE nodes.jurisdiction = ?1 AND kind = 'meeting'),
    last_day = (SELECT max(date) FROM nodes WHERE nodes.jurisdiction = ?1 AND kind = 'meeting')
  WHERE pk = ?1`

type Place = { pk: number; hash: string }

const placeOf = (connection: Connection, id: string): Place | undefined =>
  connection.first<Place>('SELECT pk, hash FROM jurisdictions WHERE id = ?', id)

const putPlace = (connection: Connection, jurisdiction: Jurisdiction, { hash, day }: DataVersion): void =>
  connection.run(PUT_JURISDICTION, jurisdiction.id, jurisdiction.issuer, hash, day)

export const commit = (connection: Connection, change: Change): void =>
  connection.transaction('IMMEDIATE', () => {
    const { jurisdiction, version } = change
    const before = placeOf(connection, jurisdiction.id)
    const stored = before?.hash ?? null
    // What is already at the version that the change leads to was written by the same change, and may be written again.
    if (stored !== change.base && stored !== (version?.hash ?? null)) throw new StaleBase(jurisdiction.id)
    putEvents(connection, jurisdiction.id, change.curation.put)
    if (version) putPlace(connection, jurisdiction, version)
    const place = version ? placeOf(connection, jurisdiction.id) : before
    if (!place) return
    for (const document of change.documents.put) putDocument(connection, place.pk, document)
    writeGraph(connection, place.pk, change)
    for (const id of change.documents.remove) removeDocument(connection, id)
    if (version) connection.run(COUNT, place.pk)
    else connection.run('DELETE FROM jurisdictions WHERE pk = ?', place.pk)
  })
