import type { Span } from '../../../model/record.ts'
import { NUMERAL_CLASS } from '../../lexicon/numerals.ts'
import { blocksOf, type Document, type Found, warn } from '../document.ts'

const CODE = '(?<code>\\p{Script=Han}{0,14})'
const WHOLE = new RegExp(
  `${CODE} {0,9}(?<open>〔|（|〈|《)? {0,9}(?<year>(?:19|20)\\d {0,2}\\d|二[〇零][${NUMERAL_CLASS}]{2}) {0,9}(?<close>〕|）|〉|》|年)? {0,9}(?<di>第)? {0,9}(?<number>\\d{1,4}|[${NUMERAL_CLASS}]{1,5}) {0,9}(?<unit>[号期])`,
  'du',
)
const BARE = new RegExp(`第 {0,4}(?<number>\\d{1,4}|[${NUMERAL_CLASS}]{1,5}) {0,4}(?<unit>[号期])`, 'du')
const UNIT = /[号期]/u
const isKind = (code: string) => /会议|纪要$|^第|次$|会$/u.test(code)

const trim = (number: string) => number.replace(/^0+(?=\d)/u, '')

/** The groups of a match as the text prints them, which may be in traditional characters. */
const printedGroups = (match: RegExpExecArray, text: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(match.indices?.groups ?? {}).map(([name, at]) => [name, at ? text.slice(at[0], at[1]) : '']),
  )

const readWhole = (
  words: string,
  text: string,
): { value: string; start: number; end: number; damaged: boolean } | null => {
  const match = WHOLE.exec(words.length > 300 ? words.slice(0, 300) : words)
  const groups = match?.groups
  if (!match || !groups) return null
  const { open, close } = groups
  const { code = '', di = '', number = '', unit = '' } = printedGroups(match, text)
  const year = (groups.year ?? '').replaceAll(' ', '')
  if (close === '年' && !open)
    return {
      value: `${isKind(groups.code ?? '') ? '' : code}${year}年${di}${trim(number)}${unit}`,
      start: match.index + (isKind(groups.code ?? '') ? code.length : 0),
      end: match.index + match[0].length,
      damaged: false,
    }
  if (!open && !close) return null
  const kept = isKind(groups.code ?? '') ? '' : code
  return {
    value: `${kept}〔${year}〕${di}${trim(number)}${unit}`,
    start: match.index + code.length - kept.length,
    end: match.index + match[0].length,
    damaged: !open || !close,
  }
}

/** The number of the document, square brackets as 〔〕, without the kind of meeting in front of it. */
export const docNumber = (doc: Document): Found<string> => {
  const spans: Span[] = blocksOf(doc, 'number', 'masthead').map((block) => block.span)
  for (const span of spans) {
    const words = doc.folded.slice(span.start, span.end)
    for (const line of linesWithin(words)) {
      if (!UNIT.test(line.words)) continue
      const found = readWhole(
        line.words,
        doc.text.slice(span.start + line.at, span.start + line.at + line.words.length),
      )
      if (!found) continue
      const at = { start: span.start + line.at + found.start, end: span.start + line.at + found.end }
      return {
        value: found.value,
        span: at,
        ...(found.damaged
          ? { warnings: [warn(doc, 'number-damaged', 'a bracket of the document number is lost', at)] }
          : {}),
      }
    }
  }
  for (const span of spans) {
    const match = BARE.exec(doc.folded.slice(span.start, span.end))
    const groups = match && printedGroups(match, doc.text.slice(span.start, span.end))
    if (match && groups)
      return {
        value: `第${trim(groups.number ?? '')}${groups.unit}`,
        span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
      }
  }
  return null
}

const linesWithin = (words: string): { at: number; words: string }[] => {
  let at = 0
  return words.split('\n').map((line) => {
    const here = { at, words: line }
    at += line.length + 1
    return here
  })
}
