import type { StoredDocument } from '../../../model/document.ts'
import type { Connection } from '../connection.ts'

const PUT = `
  INSERT INTO documents (id, jurisdiction, name, origin, sha256, parser, format, source_text, text, origins, record)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET jurisdiction = excluded.jurisdiction, name = excluded.name, origin = excluded.origin,
    sha256 = excluded.sha256, parser = excluded.parser, format = excluded.format, source_text = excluded.source_text,
    text = excluded.text, origins = excluded.origins, record = excluded.record`

export const putDocument = (connection: Connection, place: number, document: StoredDocument): void =>
  connection.run(
    PUT,
    document.id,
    place,
    document.name,
    document.origin,
    document.sha256,
    document.parser,
    document.format,
    document.sourceText,
    document.text,
    JSON.stringify(document.origins),
    JSON.stringify(document.record),
  )

export const removeDocument = (connection: Connection, id: string): void =>
  connection.run('DELETE FROM documents WHERE id = ?', id)
