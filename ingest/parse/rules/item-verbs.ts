import type { ItemVerb, Span } from '../../../model/record.ts'
import { CAME_OF_IT, ITEM_VERBS, MIDDLE_VERBS, VERB_JOINTS, VERB_MODIFIERS, VERB_TAILS } from '../../lexicon/verbs.ts'
import { matchesOf } from '../matches.ts'
import { clausesOf } from '../sentences.ts'
import { titlesOf } from '../titles.ts'
import { longestAt, trieOf, trieOfWords } from '../tries.ts'

/** A verb (or several of one breath) and what it governs; `verbs` is empty where the words have none. */
export type Segment = { verbs: ItemVerb[]; word: string; object: Span }

const verbs = new Map<string, readonly ItemVerb[]>(ITEM_VERBS)
const verbTrie = trieOf(ITEM_VERBS)
const modifierTrie = trieOfWords(VERB_MODIFIERS)
const tailTrie = trieOfWords(VERB_TAILS)
const middle = new RegExp(`(?<=${VERB_JOINTS.join('|')})(?:${MIDDLE_VERBS.join('|')})`, 'gu')
const CONNECTORS = /^(?:并|和|及|以及|暨|、)/u

/** Where verbs begin inside a clause, behind what another verb governs. */
const middleVerbs = (text: string, { start, end }: Span): number[] => {
  const titles = titlesOf(text, { start, end })
  return matchesOf(text.slice(start, end), middle)
    .map((match) => start + match.index)
    .filter((at) => at > start + 4 && !titles.some((title) => at > title.start && at < title.end))
}

const segmentAt = (text: string, { start, end }: Span): Segment => {
  const found: ItemVerb[] = []
  let at = start
  let word = ''
  for (let tries = 0; tries < 6; tries++) {
    const verbEnd = longestAt(verbTrie, text, at)
    if (verbEnd > 0 && verbEnd <= end) {
      const here = text.slice(at, verbEnd)
      word ||= here
      for (const verb of verbs.get(here) ?? []) if (!found.includes(verb)) found.push(verb)
      at = verbEnd
      continue
    }
    const skip = longestAt(found.length ? tailTrie : modifierTrie, text, at)
    if (skip < 0 || skip >= end) break
    at = skip
  }
  if (found.length) return { verbs: found, word, object: { start: at, end } }
  const about = DISCUSSED.exec(text.slice(start, end))
  return about
    ? { verbs: ['review'], word: '研究', object: { start: start + about[0].indexOf('就') + 1, end } }
    : { verbs: [], word: '', object: { start, end } }
}

/** 并就征收安置、资金筹措等问题进行了研究. */
const DISCUSSED = /^(?:会议|并|还|与会人员)?就.{2,60}(?:进行|作)了?(?:认真|专题|集体|充分|深入)?(?:研究|讨论|审议)/u

/** Divides a heading or an agenda sentence by its verbs; a clause without one belongs to the verb before it. */
export const segmentsOf = (text: string, span: Span): Segment[] => {
  const out: Segment[] = []
  let open = true
  for (const clause of clausesOf(text, span)) {
    const cuts = [clause.start, ...middleVerbs(text, clause), clause.end]
    for (let at = 0; at + 1 < cuts.length; at++) {
      let end = cuts[at + 1] ?? clause.end
      if (at + 2 < cuts.length) while (end > clause.start && CONNECTORS.test(text[end - 1] ?? '')) end--
      const segment = segmentAt(text, { start: cuts[at] ?? clause.start, end })
      const last = out.at(-1)
      open =
        segment.verbs.length > 0 || (open && !CAME_OF_IT.some((word) => text.startsWith(word, segment.object.start)))
      if (segment.verbs.length || !last) out.push(segment)
      else if (open) last.object = { start: last.object.start, end: segment.object.end }
    }
  }
  return out
}

export const verbsOf = (segments: readonly Segment[]): ItemVerb[] => [
  ...new Set(segments.flatMap((segment) => segment.verbs)),
]
