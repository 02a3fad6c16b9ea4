import { getHealth, getReadiness } from '../../model/api/health.ts'
import type { GraphReader } from '../../store/port.ts'
import { serve } from '../serve.ts'

export const healthRoutes = (store: GraphReader, version: string) => [
  serve(getHealth, async () => ({ ok: true as const, version })),
  serve(getReadiness, async () => ({ ok: true as const, jurisdictions: (await store.jurisdictions()).length })),
]
