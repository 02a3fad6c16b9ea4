import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { GivenFile } from '../../ingest/pipeline.ts'
import type { KeptFile } from '../../model/api/documents.ts'
import type { DocumentHead } from '../../model/document.ts'
import type { DocumentId, JurisdictionId, MeetingNode } from '../../model/graph.ts'
import type { Store } from '../../store/port.ts'

const PAGE = 500

/** By the documents that tell of them. */
const meetingsIn = async (store: Store, jurisdiction: JurisdictionId): Promise<Map<DocumentId, MeetingNode>> => {
  const byDocument = new Map<DocumentId, MeetingNode>()
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.meetings({ jurisdiction, from: null, to: null, limit: PAGE, offset })
    for (const meeting of rows) for (const document of meeting.documents) byDocument.set(document, meeting)
    if (rows.length < PAGE) return byDocument
  }
}

const keyOf = (name: string, sha256: string): string => `${sha256} ${name}`

const becameOf = (head: DocumentHead, file: string, before: readonly DocumentHead[]): KeptFile['as'] => {
  const same = before.filter(({ name, sha256 }) => keyOf(name, sha256) === keyOf(head.name, head.sha256))
  if (same.some(({ parser }) => parser === head.parser)) return 'unchanged'
  return same.length > 0 || before.some(({ origin }) => origin === `upload:${file}`) ? 'replaced' : 'added'
}

/** Those of the files that are stored now, and what became of each; `before` are the documents that were stored before them. */
export const keptFiles = async (
  store: Store,
  files: readonly GivenFile[],
  before: readonly DocumentHead[],
): Promise<KeptFile[]> => {
  const heads = new Map((await store.documentHeads()).map((head) => [keyOf(head.name, head.sha256), head]))
  const meetings = new Map<JurisdictionId, Map<DocumentId, MeetingNode>>()
  const kept: KeptFile[] = []
  for (const { name, bytes } of files) {
    const head = heads.get(keyOf(basename(name), createHash('sha256').update(bytes).digest('hex')))
    if (!head) continue
    const again = kept.some(({ document }) => document === head.id)
    const known = meetings.get(head.jurisdiction) ?? (await meetingsIn(store, head.jurisdiction))
    meetings.set(head.jurisdiction, known)
    const meeting = known.get(head.id)
    const document = await store.document(head.id)
    kept.push({
      is: 'kept',
      file: name,
      // The same file twice in one upload is stored once.
      as: again ? 'unchanged' : becameOf(head, name, before),
      document: head.id,
      meeting: meeting ? { id: meeting.id, label: meeting.label } : null,
      warnings: document?.record.warnings.length ?? 0,
    })
  }
  return kept
}
