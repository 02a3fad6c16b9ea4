import type { Decision, Item, Outcome, Span } from '../../../model/record.ts'
import { cut } from '../document.ts'
import { statementIn } from '../rules/outcome.ts'
import type { Reading, Sentence } from './decisions.ts'

const BY_VERB: Readonly<Partial<Record<Item['verbs'][number], Outcome>>> = {
  convey: 'conveyed',
  hear: 'heard',
  report: 'conveyed',
  arrange: 'discussed',
}

/** What an item without a sentence of decision comes to: heard, conveyed or discussed. `null` where nothing says even that. */
export const undecided = (
  reading: Reading,
  item: { heading: Span; verbs: Item['verbs']; studied: boolean },
  sentences: readonly Sentence[],
): Decision | null => {
  const stated = sentences.find(({ span }) => statementIn(reading.folded, span) !== null)
  const [verb] = item.verbs
  const outcome =
    (verb && verb !== 'review' ? BY_VERB[verb] : undefined) ??
    (stated ? statementIn(reading.folded, stated.span) : item.studied ? 'discussed' : null)
  if (!outcome) return null
  const span = stated?.span ?? item.heading
  return {
    outcome,
    next: null,
    submitTo: null,
    issuedAs: null,
    lead: [],
    joint: [],
    cooperating: [],
    deadline: null,
    deadlineText: null,
    quote: cut(reading.text, span),
    span,
  }
}
