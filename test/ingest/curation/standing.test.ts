import { describe, expect, test } from 'vitest'
import { identityDecisions } from '../../../ingest/curation/identity.ts'
import { standing } from '../../../ingest/curation/standing.ts'
import { body, event } from './event-builder.ts'

const [a, b, c, d] = ['市财政局', '市财政', '市国资委', '市国资办'].map(body)
const same = (by = '林', x = a, y = b) => event({ do: 'same', a: x, b: y }, { by })
const different = (by = '林', x = a, y = b) => event({ do: 'different', a: x, b: y }, { by })
const fact = { of: 'roll', meeting: 'm', person: '凌舟市', body: '财政局' }
const reading = (person: string) => ({ person, role: 'observer', body: '市财政局' })
const correct = (person: string, by = '林') => event({ do: 'correct-roll', fact, readings: [reading(person)] }, { by })

describe('what events say together', () => {
  test('two mentions are the same, whichever is named first', () => {
    expect(identityDecisions(standing([same()]).claims).same).toEqual([[a, b]])
    expect(standing([same('林', a, b), same('林', b, a)]).claims).toHaveLength(1)
  })
  test('of two of one person on one thing the later holds, and the earlier is replaced', () => {
    const [first, second] = [correct('凌舟'), correct('凌洲')]
    const { claims, conflicts, replacedBy } = standing([first, second])
    expect(claims.map(({ event }) => event.id)).toEqual([second.id])
    expect([conflicts, replacedBy.get(first.id)?.id]).toEqual([[], second.id])
  })
  test('two people who say different things stand in conflict, and neither is applied', () => {
    const [first, second] = [correct('凌舟'), correct('凌洲', '苏')]
    const { claims, conflicts } = standing([second, first])
    expect(claims).toEqual([])
    expect(conflicts).toEqual([{ events: [first, second] }])
  })
  test('who takes back their word by another event ends the conflict', () => {
    expect(standing([correct('凌舟'), correct('凌洲', '苏'), correct('凌洲')]).conflicts).toEqual([])
  })
  test('two people who say the same say it once', () => {
    const { claims, conflicts } = standing([correct('凌舟'), correct('凌舟', '苏')])
    expect([claims.length, conflicts]).toEqual([1, []])
  })
  test('same and different of one pair by two people are a conflict, also in the other order', () => {
    const [one, two] = [same('林', a, b), different('苏', b, a)]
    const { claims, conflicts } = standing([one, two])
    expect([claims, conflicts]).toEqual([[], [{ events: [one, two] }]])
  })
  test('a split holds those apart together, and each of them away from each of the others', () => {
    const { same: one, different: two } = identityDecisions(
      standing([event({ do: 'split', apart: [a, b], from: [c, d] })]).claims,
    )
    expect(one).toEqual([[a, b]])
    expect(two).toEqual([
      [a, c],
      [a, d],
      [b, c],
      [b, d],
    ])
  })
  test('a conflict about a part of a split leaves the rest of it standing', () => {
    const split = event({ do: 'split', apart: [a], from: [c, d] })
    const opposed = same('苏', a, c)
    const { claims, conflicts } = standing([split, opposed])
    expect(identityDecisions(claims).different).toEqual([[a, d]])
    expect(conflicts).toEqual([{ events: [split, opposed] }])
  })
  test('events about two things touch each other nowhere', () => {
    const { claims, conflicts, replacedBy } = standing([same('林', a, b), different('苏', a, c), correct('凌舟')])
    expect([claims.length, conflicts.length, replacedBy.size]).toEqual([3, 0, 0])
  })
  test('width makes no other thing of a mention', () => {
    const wide = { kind: 'body' as const, form: '市“331”专班' }
    const narrow = { kind: 'body' as const, form: '市"331"专班' }
    expect(standing([same('林', wide, a), different('林', narrow, a)]).claims).toHaveLength(1)
  })
})
