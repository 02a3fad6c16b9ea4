import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const getHealth = endpoint({
  name: 'getHealth',
  method: 'get',
  path: '/health',
  summary: 'The server runs; and what is the matter with its store, if anything is',
  params: {},
  query: {},
  restsOn: 'now',
  reply: z.object({
    ok: z.literal(true),
    version: z.string(),
    /** What is the matter, in words for a person; `null` when the store answers. */
    store: z.object({ ok: z.boolean(), detail: z.string().nullable() }),
  }),
})

export const getReadiness = endpoint({
  name: 'getReadiness',
  method: 'get',
  path: '/ready',
  summary: 'The store answers',
  params: {},
  query: {},
  restsOn: 'now',
  reply: z.object({ ok: z.literal(true), jurisdictions: z.int() }),
})
