import { setTimeout as pause } from 'node:timers/promises'
import { getHealth, getReadiness } from '../../model/api/health.ts'
import { type GraphReader, StoreUnavailable } from '../../store/port.ts'
import { serve } from '../serve.ts'

const STORE_WITHIN_MS = 2_000

/** A trouble of the store is none of the server, which is healthy while it can tell of it; who asks does not wait for long. */
const storeHealth = async (store: GraphReader): Promise<{ ok: boolean; detail: string | null }> => {
  const impatience = new AbortController()
  const silent = pause(STORE_WITHIN_MS, false, { signal: impatience.signal })
  try {
    const answered = await Promise.race([store.jurisdictions().then(() => true), silent])
    return { ok: answered, detail: answered ? null : `the store has not answered for ${STORE_WITHIN_MS / 1000} s` }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return { ok: false, detail: error.message }
  } finally {
    impatience.abort()
  }
}

export const healthRoutes = (store: GraphReader, version: string) => [
  serve(getHealth, async () => ({ ok: true as const, version, store: await storeHealth(store) })),
  serve(getReadiness, async () => ({ ok: true as const, jurisdictions: (await store.jurisdictions()).length })),
]
