import type { Span } from '../../../model/record.ts'
import { sentencesOf } from '../sentences.ts'
import { type Segment, segmentsOf, verbsOf } from './item-verbs.ts'

const SAID = /^(?:会议|经?会议(?:研究|讨论)，)(?=.{0,4}(?:审议|听取|传达|学习|研究|讨论|通报|部署|安排|审定|观看))/u

/** What governs an item whose heading has no verb: from its own paragraphs (会议审议了…), else from the clause of the agenda that speaks of it. */
export const verbsElsewhere = (
  folded: string,
  heading: Span,
  paragraphs: readonly Span[],
  agenda: readonly Segment[],
): Segment[] => {
  for (const paragraph of paragraphs)
    for (const sentence of sentencesOf(folded, paragraph)) {
      const said = SAID.exec(folded.slice(sentence.start, Math.min(sentence.end, sentence.start + 40)))
      if (!said) continue
      const [first] = segmentsOf(folded, { start: sentence.start + said[0].length, end: sentence.end })
      if (first?.verbs.length) return [first]
    }
  return fromAgenda(folded, heading, agenda)
}

const pairsIn = (words: string): Set<string> => {
  const out = new Set<string>()
  for (let at = 0; at + 1 < words.length; at++) out.add(words.slice(at, at + 2))
  return out
}

const CORE = /^(?:关于|研究|有关)|(?:的?(?:事项|议题|有关问题|问题|有关事宜|事宜))$/gu

const fromAgenda = (folded: string, heading: Span, agenda: readonly Segment[]): Segment[] => {
  const core = folded.slice(heading.start, heading.end).replace(CORE, '')
  const wanted = pairsIn(core)
  if (!wanted.size) return []
  let best: { segment: Segment; share: number } | null = null
  for (const segment of agenda) {
    if (!segment.verbs.length) continue
    const words = folded.slice(segment.object.start, segment.object.end)
    const pairs = pairsIn(words)
    const share = words.includes(core) ? 1 : [...wanted].filter((pair) => pairs.has(pair)).length / wanted.size
    if (share >= 0.6 && share > (best?.share ?? 0)) best = { segment, share }
  }
  if (best) return [best.segment]
  // An agenda that names no matter has one verb for all: 研究了水利、就业等4项议题.
  const called = calledFor(folded, agenda)
  const verbs = verbsOf(called)
  if (verbs.length) return verbs.length === 1 ? called.filter((segment) => segment.verbs.length).slice(0, 1) : []
  const discussed = agenda.find(({ object }) => DISCUSSED.test(restOfLine(folded, object.start)))
  return discussed ? [{ ...discussed, verbs: ['review'], word: '研究' }] : []
}

/** 主持召开专题会议，研究…。会议听取了…: what the meeting was called for stands in the first sentence; without verbs there, in all of them. */
const calledFor = (folded: string, agenda: readonly Segment[]): readonly Segment[] => {
  const [first] = agenda
  if (!first) return agenda
  const opening = restOfLine(folded, first.object.start)
  const stop = first.object.start + opening.indexOf('。', Math.max(0, opening.search(/主持|召开/u)))
  const inFirst = agenda.filter(({ object }) => object.start <= stop)
  return verbsOf(inFirst).length ? inFirst : agenda
}

/** 会议就有关事项进行了认真研究. */
const DISCUSSED = /(?:进行|作)了?(?:认真|专题|集体|充分|深入)?(?:地)?(?:的)?(?:研究|讨论|审议)/u

const LONGEST_LINE = 2000
const restOfLine = (folded: string, from: number): string => {
  const rest = folded.slice(from, from + LONGEST_LINE)
  const stop = rest.indexOf('\n')
  return stop < 0 ? rest : rest.slice(0, stop)
}
