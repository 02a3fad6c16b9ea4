import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const getHealth = endpoint({
  name: 'getHealth',
  method: 'get',
  path: '/health',
  summary: 'The server runs',
  params: {},
  query: {},
  reply: z.object({ ok: z.literal(true), version: z.string() }),
})

export const getReadiness = endpoint({
  name: 'getReadiness',
  method: 'get',
  path: '/ready',
  summary: 'The store answers',
  params: {},
  query: {},
  reply: z.object({ ok: z.literal(true), jurisdictions: z.int() }),
})
