import { z } from 'zod'
import { JurisdictionId } from '../graph.ts'
import { WorkEntry, WorkKind } from '../work-list.ts'
import { endpoint, Limit, paged } from './endpoint.ts'

export const getWorkList = endpoint({
  name: 'getWorkList',
  method: 'get',
  path: '/work-list',
  summary: 'What a person has to look at, that on which most of the graph hangs first',
  params: {},
  query: {
    jurisdiction: JurisdictionId,
    kind: WorkKind.optional(),
    limit: Limit(500, 50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  },
  reply: paged(WorkEntry),
  restsOn: 'curation',
})
