/** Events made by hand: ids count up, so that the order of the calls is the order of the events. */
import { CurationAction, type CurationEvent } from '../../../model/curation.ts'

let last = 0

/** An action as it is written, with the defaults that its schema fills in. */
export const event = (action: unknown, given: Partial<CurationEvent> = {}): CurationEvent => {
  last += 1
  const id = `2024-01-01T00:00:00.000Z-${String(last).padStart(4, '0')}-000000`
  return {
    id,
    jurisdiction: '岚州市',
    by: '林',
    at: '2024-01-01T00:00:00.000Z',
    why: '',
    action: CurationAction.parse(action),
    before: [],
    after: [],
    ...given,
  }
}

export const undo = (target: CurationEvent, given: Partial<CurationEvent> = {}): CurationEvent =>
  event({ do: 'undo', event: target.id }, given)

/** A mention of a body, of which two are told apart by their forms. */
export const body = (form: string) => ({ kind: 'body' as const, form })
