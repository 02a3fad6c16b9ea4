import { getConflicts, getCurationLog } from '../../model/api/curation.ts'
import { getWorkList } from '../../model/api/work-list.ts'
import { type CuratedStore, curatedReader } from '../curated.ts'
import { serve } from '../serve.ts'

const page = <Row>(all: readonly Row[], { limit, cursor }: { limit: number; cursor?: string | undefined }) => {
  const offset = Number(cursor ?? 0)
  const rows = all.slice(offset, offset + limit)
  const end = offset + rows.length
  return { total: all.length, shown: rows.length, next: end < all.length ? String(end) : null, rows }
}

export const curationRoutes = (store: CuratedStore) => {
  const curated = curatedReader(store)
  return [
    serve(getCurationLog, async ({ query }) => page((await curated(query.jurisdiction)).log, query)),
    serve(getConflicts, async ({ query }) => page([...(await curated(query.jurisdiction)).conflicts], query)),
    serve(getWorkList, async ({ query }) => {
      const { work } = await curated(query.jurisdiction)
      return page(
        work.filter(({ kind }) => query.kind === undefined || kind === query.kind),
        query,
      )
    }),
  ]
}
