import {
  curate,
  exportCuration,
  getConflicts,
  getCorrectable,
  getCurationLog,
  getCurationPlace,
  getMentions,
  getWarnings,
  importCuration,
  previewCuration,
} from '../../model/api/curation.ts'
import { getWorkList } from '../../model/api/work-list.ts'
import type { CurationDesk } from '../curation/curation-desk.ts'
import { serve, serveLines } from '../serve.ts'
import type { WriteTurns } from '../write-turns.ts'

type Asked = { limit: number; cursor?: string | undefined }

const partOf = ({ limit, cursor }: Asked) => ({ limit, offset: Number(cursor ?? 0) })

const page = async <Row>(asked: Asked, found: Promise<{ total: number; rows: Row[] }>) => {
  const { total, rows } = await found
  const end = partOf(asked).offset + rows.length
  return { total, shown: rows.length, next: end < total ? String(end) : null, rows }
}

async function* oneByOne<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values
}

export const curationRoutes = (desk: CurationDesk, turns: WriteTurns) => [
  serve(getCurationLog, ({ query }) => page(query, desk.ask('log', query.jurisdiction, partOf(query)))),
  serve(getConflicts, ({ query }) => page(query, desk.ask('conflicts', query.jurisdiction, partOf(query)))),
  serve(getWorkList, ({ query }) =>
    page(query, desk.ask('work', query.jurisdiction, query.kind ?? null, partOf(query))),
  ),
  serve(getMentions, ({ query }) => desk.ask('mentions', query.node, query.limit)),
  serve(getCorrectable, ({ query }) => desk.ask('fact', query.edge)),
  serve(getWarnings, ({ query }) => desk.ask('warnings', query.document)),
  serve(getCurationPlace, ({ query: { document, start, end } }) => desk.ask('place', document, { start, end })),
  serve(previewCuration, ({ body: { by = null, ...asked } }) => desk.ask('preview', { ...asked, by, expects: null })),
  serve(curate, ({ body: { expects = null, ...asked } }) =>
    turns.take(() => desk.ask('curate', { ...asked, expects })),
  ),
  serveLines(exportCuration, async ({ query }) => oneByOne(await desk.ask('events', query.jurisdiction))),
  serve(importCuration, ({ body: { lines } }) => turns.take(() => desk.ask('import', lines))),
]
