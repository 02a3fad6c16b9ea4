import { describe, expect, test } from 'vitest'
import { holding, UnknownEvent } from '../../../ingest/curation/holding.ts'
import { body, event, undo } from './event-builder.ts'

const rename = (name: string) => event({ do: 'rename', mention: body('市财政局'), name })
const ids = (events: Parameters<typeof holding>[0]) => holding(events).events.map(({ id }) => id)

describe('which events hold', () => {
  test('an event holds until it is undone', () => {
    const [a, b] = [rename('甲'), rename('乙')]
    expect(ids([a, b])).toEqual([a.id, b.id])
    expect(ids([a, b, undo(a)])).toEqual([b.id])
  })
  test('an undo that is undone lets the event hold again', () => {
    const a = rename('甲')
    const first = undo(a)
    const second = undo(first)
    expect(ids([a, first, second])).toEqual([a.id])
    expect(ids([a, first, second, undo(second)])).toEqual([])
  })
  test('the order in which they come does not matter', () => {
    const a = rename('甲')
    const first = undo(a)
    expect(ids([undo(first), first, a])).toEqual([a.id])
  })
  test('says by which event another was undone', () => {
    const [a, b] = [rename('甲'), rename('乙')]
    const first = undo(a)
    const { undoneBy } = holding([a, b, first])
    expect([undoneBy.get(a.id)?.id, undoneBy.get(b.id)]).toEqual([first.id, undefined])
  })
  test('an undo of an event that is not there is refused, also when the undo itself is undone', () => {
    const lost = undo(rename('甲'))
    expect(() => holding([lost])).toThrow(UnknownEvent)
    expect(() => holding([lost, undo(lost)])).toThrow(UnknownEvent)
  })
  test('nothing undoes what comes behind it', () => {
    const early = event({ do: 'undo', event: '2024-01-01T00:00:00.000Z-9998-000000' })
    const late = event({ do: 'accept', entry: 'x' }, { id: '2024-01-01T00:00:00.000Z-9998-000000' })
    expect(() => holding([early, late])).toThrow(UnknownEvent)
  })
})
