import { inPeriod } from '../../analysis/incidence.ts'
import { getTrace, getVanished, listPolicies, type VanishedMatter } from '../../model/api/trace.ts'
import type { GraphReader } from '../../store/port.ts'
import type { CityFacts } from '../courses/city-facts.ts'
import { lastDay } from '../courses/course.ts'
import type { CourseReader } from '../courses/course-reader.ts'
import { courseReply } from '../courses/course-reply.ts'
import { inFilter, listedIn, sortPolicies } from '../courses/policy-list.ts'
import type { LostDeferral, LostDuty } from '../courses/silences.ts'
import { notFound } from '../errors.ts'
import { policiesFile, vanishedFile } from '../exports/views/lists.ts'
import { traceFile } from '../exports/views/trace.ts'
import { type EdgePiece, firstPieces, pieceQuotations } from '../quotations.ts'
import { serve } from '../serve.ts'

/** Items that name one policy; no policy known comes near. */
const ITEMS = 1000

const pieceOf = (facts: CityFacts, lost: LostDeferral | LostDuty): EdgePiece[] => {
  if (lost.is === 'duty') return [{ edge: lost.duty.evidence.edge.id, piece: lost.duty.evidence.piece }]
  const put = facts.index.from(lost.item, 'DECIDED').filter(({ props }) => props.outcome === 'deferred')
  return firstPieces(put).slice(0, 1)
}

const matterOf = async (
  store: GraphReader,
  facts: CityFacts,
  lost: LostDeferral | LostDuty,
): Promise<VanishedMatter> => {
  const { index } = facts
  const considered = [...new Set(index.from(lost.item, 'CONSIDERS').map(({ to }) => to))]
  const policies = lost.is === 'duty' ? considered : considered.filter((id) => id === lost.policy)
  const led = index.from(lost.item, 'DECIDED').flatMap(({ to }) => index.into(to, 'LEADS').map(({ from }) => from))
  const bodies = lost.is === 'duty' ? lost.duty.bodies.map(({ id }) => id) : [...new Set(led)]
  return {
    id: lost.is === 'duty' ? lost.duty.id : `${lost.item}#${lost.policy ?? ''}`,
    is: lost.is,
    at: index.itemAt(lost.item),
    policies: policies.map((id) => index.named(id)),
    bodies: bodies.map((id) => index.named(id)),
    due: lost.is === 'duty' ? lost.duty.deadline : null,
    silence: lost.silence,
    quotations: await pieceQuotations(store, pieceOf(facts, lost)),
  }
}

const page = <Row>(rows: readonly Row[], cursor: string | undefined, limit: number) => {
  const offset = Number(cursor ?? 0)
  const shown = rows.slice(offset, offset + limit)
  const end = offset + shown.length
  return { total: rows.length, shown, next: end < rows.length ? String(end) : null }
}

const getTraceRoute = (store: GraphReader, reader: CourseReader) =>
  serve(
    getTrace,
    async ({ params }) => {
      const found = (await store.policyEvents(params.id, ITEMS)) ?? notFound('policy', params.id)
      return courseReply(store, await reader.facts(found.policy.jurisdiction), found)
    },
    traceFile,
  )

const listPoliciesRoute = (reader: CourseReader) =>
  serve(
    listPolicies,
    async ({ query }) => {
      const { jurisdiction, q, only, sort, from, to, cursor, limit } = query
      const { facts, courses } = await reader.courses(jurisdiction)
      const listed = listedIn(courses, { from: from ?? null, until: to ?? null }, q)
      const count = (filter: typeof only) => listed.filter((row) => inFilter(row, filter)).length
      const rows = sortPolicies(
        listed.filter((row) => inFilter(row, only)),
        sort,
      )
      const { total, shown, next } = page(rows, cursor, limit)
      return {
        version: facts.version,
        counts: {
          all: count('all'),
          vanished: count('vanished'),
          silent: count('silent'),
          deferred: count('deferred'),
        },
        total,
        shown: shown.length,
        next,
        rows: shown,
      }
    },
    policiesFile,
  )

const getVanishedRoute = (store: GraphReader, reader: CourseReader) =>
  serve(
    getVanished,
    async ({ query }) => {
      const { jurisdiction, is, meetings, from, to, cursor, limit } = query
      const { facts, silences } = await reader.silences(jurisdiction, meetings)
      const wanted = inPeriod({ from: from ?? null, until: to ?? null })
      const given = <Row extends { item: string }>(rows: readonly Row[]) =>
        rows.filter(({ item }) => wanted(facts.index.item(item)))
      const until = lastDay(facts)
      const [deferrals, lostDeferrals, lostDuties] = [
        given(silences.deferrals),
        given(silences.lostDeferrals),
        given(silences.lostDuties),
      ]
      const due = given(silences.duties).filter(
        ({ deadline }) => until !== null && deadline !== null && deadline < until,
      )
      const rows = [...(is === 'duty' ? [] : lostDeferrals), ...(is === 'deferred' ? [] : lostDuties)]
      const { total, shown, next } = page<LostDeferral | LostDuty>(rows, cursor, limit)
      return {
        version: facts.version,
        deferred: { vanished: lostDeferrals.length, of: deferrals.length },
        duties: { vanished: lostDuties.length, of: due.length },
        until,
        total,
        shown: shown.length,
        next,
        rows: await Promise.all(shown.map((lost) => matterOf(store, facts, lost))),
      }
    },
    vanishedFile,
  )

export const traceRoutes = (store: GraphReader, reader: CourseReader) => [
  getTraceRoute(store, reader),
  listPoliciesRoute(reader),
  getVanishedRoute(store, reader),
]
