import type { CurationEvent } from '../../model/curation.ts'
import type { Jurisdiction } from '../../model/graph.ts'

export const eventOf = (jurisdiction: Jurisdiction, id: string, more: Partial<CurationEvent> = {}): CurationEvent => ({
  id,
  jurisdiction: jurisdiction.id,
  by: '审核员',
  at: '2024-02-01T09:00:00Z',
  why: '同一单位',
  action: { do: 'same', a: { kind: 'body', form: '市住建局' }, b: { kind: 'body', form: '市住房城乡建设局' } },
  before: [],
  after: [],
  ...more,
})
