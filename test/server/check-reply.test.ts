import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../model/api/endpoint.ts'
import { checkReply } from '../../server/check-reply.ts'
import { serve } from '../../server/serve.ts'
import { CITY, openCity } from './city.ts'
import { startApi } from './running-api.ts'

const getThing = endpoint({
  name: 'getThing',
  method: 'get',
  path: '/things',
  summary: 'A thing',
  params: {},
  query: {},
  reply: z.object({ name: z.string(), parts: z.array(z.object({ size: z.int() })) }),
})

describe('a reply is held against its contract', () => {
  test('and passes when it is what the contract names, whether what is not there is left out or undefined', () => {
    expect(() => checkReply(getThing, { name: '甲', parts: [{ size: 1 }] })).not.toThrow()
    const optional = { ...getThing, reply: z.object({ name: z.string(), more: z.string().optional() }) }
    expect(() => checkReply(optional, { name: '甲', more: undefined })).not.toThrow()
  })

  test('and fails with the place of what breaks it, or of what it does not name', () => {
    expect(() => checkReply(getThing, { name: 7, parts: [] })).toThrow(/name/)
    expect(() => checkReply(getThing, { name: '甲', parts: [{ size: 1, weight: 2 }] })).toThrow(/parts\.0\.weight/)
  })

  test('by the server where it is told so, and not where it is not', async () => {
    const store = await openCity()
    // Typed as what the contract names; at run time there is more.
    const odd: { name: string; parts: { size: number }[] } = Object.assign(
      { name: '甲', parts: [] },
      { secret: CITY.id },
    )
    for (const [checkReplies, status] of [
      [true, 500],
      [false, 200],
    ] as const) {
      const api = await startApi(store, { checkReplies }, [serve(getThing, async () => odd)])
      expect((await fetch(`${api.base}/things`)).status).toBe(status)
      await api.stop()
    }
    await store.close()
  })
})
