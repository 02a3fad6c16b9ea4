import { describe, expect, test } from 'vitest'
import { placesOf } from '../../analysis/sittings.ts'
import {
  type Cited,
  type Considered,
  type PolicyEvent,
  type TracedDecision,
  type TracedDuty,
  traceOf,
} from '../../analysis/trace.ts'

/** m1 to m9, one a month; the minutes of m4 are missing. */
const series = () =>
  Array.from({ length: 9 }, (_, at) => ({
    meeting: at === 3 ? null : `m${at + 1}`,
    date: at === 3 ? null : `2022-0${at + 1}-15`,
  }))

const decision = (given: Partial<TracedDecision>): TracedDecision => ({
  outcome: 'approved_in_principle',
  next: null,
  submitTo: null,
  issuedAs: null,
  leads: [],
  ...given,
})
const considered = (meeting: string, given: Partial<Considered> = {}): Considered => ({
  kind: 'considered',
  item: `${meeting}/1`,
  meeting,
  seq: 1,
  stage: null,
  revision: false,
  resumes: null,
  verbs: ['review'],
  decisions: [decision({})],
  duties: [],
  ...given,
})
const cited = (meeting: string, relation: Cited['relation'] = null, docNumber: string | null = null): Cited => ({
  kind: 'cited',
  item: `${meeting}/7`,
  meeting,
  seq: 7,
  relation,
  docNumber,
})
const heard = (meeting: string) => considered(meeting, { verbs: ['hear'], decisions: [decision({ outcome: 'heard' })] })
const toIssue = (meeting: string) => considered(meeting, { decisions: [decision({ next: 'issue' })] })
const deferred = (meeting: string) =>
  considered(meeting, { decisions: [decision({ outcome: 'deferred', next: 'resubmit' })] })

const duty = (who: string, deadline: string, given: Partial<TracedDuty> = {}): TracedDuty => ({
  id: who,
  of: 'task',
  who: [who],
  deadline,
  reported: [],
  ...given,
})

const trace = (...events: PolicyEvent[]) => traceOf(events, series())
const states = (...events: PolicyEvent[]) => trace(...events).steps.map(({ state }) => state)
const firstNamed = (...events: PolicyEvent[]) => trace(...events).steps[0]?.named[0]

describe('the steps of a policy', () => {
  test('stand in order of time, whatever order they come in', () => {
    const events = [
      cited('m9', 'implements'),
      toIssue('m5'),
      deferred('m2'),
      cited('m7', 'issued', '〔2022〕2号'),
      heard('m1'),
    ]
    expect(states(...events)).toEqual(['reported', 'deferred', 'resumed', 'issued', 'implemented'])
    expect(trace(...events)).toEqual(trace(...events.toReversed()))
  })

  test('a matter that returns names the item that deferred it; put off again, it is deferred and returns once more', () => {
    const { steps } = trace(deferred('m2'), deferred('m3'), considered('m5'), considered('m6'))
    expect(steps.map(({ state, resumes }) => [state, resumes])).toEqual([
      ['deferred', null],
      ['deferred', 'm2/1'],
      ['resumed', 'm3/1'],
      ['considered', null],
    ])
  })

  test('a return under another title is known by the item that it resumes', () => {
    expect(trace(considered('m5', { resumes: 'm2/4' })).steps).toMatchObject([{ state: 'resumed', resumes: 'm2/4' }])
  })

  test('what is cited says what was done with it', () => {
    expect(states(cited('m1'), cited('m2', 'conveys'), cited('m3', 'revises'), cited('m5', 'repeals'))).toEqual([
      'cited',
      'cited',
      'revised',
      'repealed',
    ])
  })

  test('refusals, repeals and new editions are told apart', () => {
    const decided = (meeting: string, outcome: TracedDecision['outcome'], revision = false) =>
      considered(meeting, { revision, decisions: [decision({ outcome })] })
    expect(
      states(
        decided('m1', 'rejected'),
        decided('m2', 'approved'),
        decided('m3', 'approved', true),
        decided('m5', 'repealed'),
      ),
    ).toEqual(['rejected', 'considered', 'revised', 'repealed'])
  })

  test('what is heard and decided is no report', () => {
    expect(states(considered('m1', { verbs: ['hear'] }))).toEqual(['considered'])
  })

  test('an event of a meeting that is not in the series is refused', () => {
    expect(() => trace(heard('m4'))).toThrow(/m4 is not among the meetings: expected one of 8/u)
    expect(placesOf(series()).size).toBe(8)
  })
})

describe('a step that was named', () => {
  test('is issued only where a later document cites it as issued or carries it out', () => {
    expect(firstNamed(toIssue('m1'), cited('m5', 'issued'))).toMatchObject({
      state: 'issued',
      shown: { item: 'm5/7', meeting: 'm5', date: '2022-05-15', by: 'issued' },
    })
    expect(firstNamed(toIssue('m1'), cited('m5', 'implements'))).toMatchObject({ state: 'issued' })
    expect(firstNamed(toIssue('m1'), heard('m5'))).toMatchObject({ state: 'done', shown: { by: 'reported' } })
  })

  test('is issued where a later document knows it by a number that was not known before', () => {
    const later = cited('m5', null, '〔2022〕2号')
    expect(firstNamed(toIssue('m1'), later)).toMatchObject({ state: 'issued', shown: { item: 'm5/7', by: 'issued' } })
    expect(states(toIssue('m1'), later, cited('m6', null, '〔2022〕2号'))).toEqual(['considered', 'issued', 'cited'])
    const { steps } = trace(cited('m1', null, '〔2020〕9号'), toIssue('m3'), cited('m5', null, '〔2020〕9号'))
    expect(steps.map(({ state }) => state)).toEqual(['cited', 'considered', 'cited'])
    expect(steps[1]?.named[0]).toMatchObject({ state: 'open' })
  })

  test('is open where it is only named again, cited, or approved once more', () => {
    for (const later of [cited('m5'), cited('m5', 'conveys'), cited('m5', 'revises'), considered('m5')])
      expect(firstNamed(toIssue('m1'), later)).toMatchObject({ state: 'open', shown: null, seenAgain: later.item })
    expect(firstNamed(toIssue('m1'))).toMatchObject({ state: 'open', shown: null, seenAgain: null })
  })

  test('is shown by nothing of the same or an earlier meeting', () => {
    expect(firstNamed(toIssue('m5'), cited('m5', 'issued'))).toMatchObject({ state: 'open', seenAgain: null })
    expect(trace(cited('m1', 'issued'), toIssue('m5')).openEnds).toHaveLength(1)
  })

  test('a return is shown by the item that considers it again', () => {
    expect(firstNamed(deferred('m1'), considered('m6'))).toMatchObject({
      state: 'resumed',
      shown: { item: 'm6/1', by: 'considered' },
    })
    expect(firstNamed(deferred('m1'), cited('m6'))).toMatchObject({ state: 'open' })
  })

  test('keeps to whom it goes, in whose name, and who leads', () => {
    const submitted = considered('m1', {
      decisions: [decision({ next: 'submit', submitTo: 'congress', issuedAs: 'office', leads: ['justice'] })],
    })
    expect(firstNamed(submitted, heard('m3'))).toMatchObject({
      next: 'submit',
      submitTo: 'congress',
      issuedAs: 'office',
      leads: ['justice'],
      state: 'done',
    })
  })
})

describe('open ends', () => {
  test('are the named steps that nothing shows, and the duties whose day has passed in silence', () => {
    const duties = [duty('water', '2022-06-30'), duty('roads', '2023-06-30')]
    const { openEnds } = trace(considered('m2', { decisions: [decision({ next: 'issue' })], duties }))
    expect(openEnds).toMatchObject([
      { item: 'm2/1', date: '2022-02-15', kind: 'next', step: { next: 'issue', state: 'open', seenAgain: null } },
      { item: 'm2/1', kind: 'duty', duty: { who: ['water'], due: true, shown: null } },
    ])
  })

  test('a report closes a duty, a mere citation does not', () => {
    const given = considered('m2', { duties: [duty('water', '2022-06-30')] })
    expect(trace(given, heard('m7')).openEnds).toEqual([])
    expect(trace(given, cited('m7')).openEnds).toMatchObject([{ kind: 'duty', duty: { seenAgain: 'm7/7' } }])
  })

  test('a report on the duty itself closes it, one from before it does not', () => {
    const reported = (meeting: string) => [{ item: `${meeting}/9`, meeting, seq: 9 }]
    const given = (meeting: string) =>
      trace(considered('m2', { duties: [duty('water', '2022-06-30', { reported: reported(meeting) })] }))
    expect(given('m8').steps[0]?.duties).toMatchObject([{ shown: { item: 'm8/9', by: 'reported' } }])
    expect(given('m8').openEnds).toEqual([])
    expect(given('m1').openEnds).toHaveLength(1)
  })

  test('what is issued shows the duty of the decision, and no task beside it', () => {
    const duties = [duty('water', '2022-06-30'), duty('roads', '2022-06-30', { of: 'decision' })]
    const { openEnds } = trace(considered('m2', { duties }), cited('m7', 'issued'))
    expect(openEnds).toMatchObject([{ duty: { who: ['water'] } }])
  })

  test('nothing named leaves nothing open', () => {
    expect(trace(considered('m1'), cited('m2'))).toMatchObject({ openEnds: [] })
    expect(trace()).toEqual({ steps: [], openEnds: [] })
  })
})
