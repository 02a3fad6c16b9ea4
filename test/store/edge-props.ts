import type { GraphEdge } from '../../model/graph.ts'

type Props = { [Type in GraphEdge['type']]: Extract<GraphEdge, { type: Type }>['props'] }

/** What an edge of each type may say, where a test does not care. */
export const PROPS: Props = {
  ATTENDED: { role: 'observer', as: null, post: null, onBehalfOf: null, confidence: 1 },
  ABSENT_FROM: { as: null, reason: null },
  CHAIRED: { post: null, acting: false, onBehalfOf: null },
  RECORDED: {},
  REPRESENTED: { named: true, role: 'observer' },
  HAS_ITEM: { seq: 1 },
  CONSIDERS: { stage: null, printedTitle: '' },
  CITES: { printedTitle: '', relation: null, docNumber: null },
  DECIDED: { outcome: 'approved_in_principle' },
  LEADS: { deadline: null, deadlineText: null },
  JOINS: { deadline: null, deadlineText: null },
  ASSISTS: { deadline: null, deadlineText: null },
  SUBMITTED_TO: {},
  ISSUED_AS: {},
  TASKED: { role: 'lead', deadline: null, deadlineText: null },
  MENTIONS: {},
  RESUMES: { after: 'deferred' },
  SUCCEEDS: { on: { after: null, before: null } },
  SERVED_AT: {
    from: { after: null, by: '2022-01-01' },
    until: { after: '2022-02-01', by: null },
    grade: 'delegate',
    post: null,
  },
  POSSIBLY_SAME: { grade: 'possible', why: [{ code: 'same_name', weight: 3 }] },
  EDITION_OF: { edition: 2023, of: 2022 },
  REVISES: { by: 'cited' },
  REPEALS: { by: 'cited' },
  IMPLEMENTS: { by: 'title' },
  SIBLING_OF: { plan: '城市更新计划' },
}
