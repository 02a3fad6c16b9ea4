import { getHealth, getReadiness } from '../../model/api/health.ts'
import { type GraphReader, StoreUnavailable } from '../../store/port.ts'
import type { PoolState } from '../../store/thread-pool.ts'
import { AppError } from '../errors.ts'
import { serve } from '../serve.ts'
import { withinSeconds } from '../within-seconds.ts'

const WITHIN_S = 2

const SILENT = `the store has not answered for ${WITHIN_S} s`

/** A trouble of the store is none of the server, which is healthy while it can tell of it; who asks does not wait for long. */
const storeHealth = async (store: GraphReader): Promise<{ ok: boolean; detail: string | null }> => {
  try {
    const answered = await withinSeconds(
      WITHIN_S,
      store.check().then(() => true),
    )
    return answered ? { ok: true, detail: null } : { ok: false, detail: SILENT }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return { ok: false, detail: error.message }
  }
}

/** What stands in the way of an answer, in words for a person. */
const troubles = async (store: GraphReader, desk: { check(): Promise<PoolState> }): Promise<string[]> => {
  const [stored, analysis] = await Promise.all([storeHealth(store), withinSeconds(WITHIN_S, desk.check())])
  const silent = analysis === null ? `the thread of the analysis has not answered for ${WITHIN_S} s` : analysis.trouble
  return [stored.detail, silent].filter((trouble) => trouble !== null)
}

export const healthRoutes = (store: GraphReader, version: string, desk: { check(): Promise<PoolState> }) => [
  serve(getHealth, async () => ({ ok: true as const, version, store: await storeHealth(store) })),
  serve(getReadiness, async () => {
    const found = await troubles(store, desk)
    if (found.length > 0) throw new AppError('store-down', found.join('; '))
    return { ok: true as const, jurisdictions: (await store.jurisdictions()).length }
  }),
]
