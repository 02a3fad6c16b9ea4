import { type CheerioAPI, load } from 'cheerio'
import { CHINESE_FORMATS, chineseNumber, circledNumber } from '../lexicon/numerals.ts'

/** How a list of Word's numbers one level: `（%1）` in Chinese numerals, from 1. */
type Level = { format: string; text: string; start: number }
type List = { levels: ReadonlyMap<number, Level>; counters: number[] }
/** A paragraph that Word numbers itself. */
type Numbered = { list: List; level: number }

const xml = (part: string): CheerioAPI => load(part, { xml: true })

const levelsOf = ($: CheerioAPI, abstract: ReturnType<CheerioAPI>): Map<number, Level> => {
  const levels = new Map<number, Level>()
  abstract.children('w\\:lvl').each((_, element) => {
    const level = $(element)
    levels.set(Number(level.attr('w:ilvl') ?? 0), {
      format: level.children('w\\:numFmt').attr('w:val') ?? 'decimal',
      text: level.children('w\\:lvlText').attr('w:val') ?? '',
      start: Number(level.children('w\\:start').attr('w:val') ?? 1),
    })
  })
  return levels
}

/** Lists by their number, and by the style of the paragraphs that they number; those made from one description count on together, as in Word. */
type Lists = { byNumber: ReadonlyMap<string, List>; byStyle: ReadonlyMap<string, Numbered> }

const listsOf = (numbering: string): Lists => {
  const $ = xml(numbering)
  const described = new Map<string, List>()
  const byStyle = new Map<string, Numbered>()
  $('w\\:abstractNum').each((_, element) => {
    const abstract = $(element)
    const list: List = { levels: levelsOf($, abstract), counters: [] }
    described.set(abstract.attr('w:abstractNumId') ?? '', list)
    abstract.children('w\\:lvl').each((_nth, one) => {
      const style = $(one).children('w\\:pStyle').attr('w:val')
      if (style !== undefined) byStyle.set(style, { list, level: Number($(one).attr('w:ilvl') ?? 0) })
    })
  })
  const byNumber = new Map<string, List>()
  $('w\\:num').each((_, element) => {
    const num = $(element)
    const list = described.get(num.children('w\\:abstractNumId').attr('w:val') ?? '')
    if (!list) return
    const restarts = num.find('w\\:startOverride').length > 0
    byNumber.set(num.attr('w:numId') ?? '', restarts ? { levels: list.levels, counters: [] } : list)
  })
  return { byNumber, byStyle }
}

/** As mammoth finds it: list and level of the paragraph, else those of its style, else the first level of its list. */
const numberedBy = (properties: ReturnType<CheerioAPI>, { byNumber, byStyle }: Lists): Numbered | null => {
  const numPr = properties.children('w\\:numPr')
  const list = byNumber.get(numPr.children('w\\:numId').attr('w:val') ?? '')
  const level = numPr.children('w\\:ilvl').attr('w:val')
  if (list && level !== undefined) return list.levels.has(Number(level)) ? { list, level: Number(level) } : null
  const styled = byStyle.get(properties.children('w\\:pStyle').attr('w:val') ?? '')
  if (styled) return styled
  return list?.levels.has(0) ? { list, level: 0 } : null
}

const written = (format: string, value: number): string => {
  if (CHINESE_FORMATS.has(format)) return chineseNumber(value)
  if (format.startsWith('decimalEnclosedCircle')) return circledNumber(value)
  return String(value)
}

/** The next number of a list at a level, as Word shows it; empty for a bullet. */
const nextNumber = ({ levels, counters }: List, level: number): string => {
  const found = levels.get(level)
  if (!found || found.format === 'bullet' || found.format === 'none') return ''
  counters.length = Math.min(counters.length, level + 1)
  for (let above = 0; above < level; above++) counters[above] ??= levels.get(above)?.start ?? 1
  counters[level] = (counters[level] ?? found.start - 1) + 1
  return found.text.replace(/%(\d)/gu, (_, at: string) => {
    const one = Number(at) - 1
    return written(levels.get(one)?.format ?? 'decimal', counters[one] ?? 1)
  })
}

/** The numbers that Word puts in front of paragraphs itself (一、, （一）), one for each numbered paragraph in the order of the document. */
export const docxNumbers = (document: string, numbering: string): string[] => {
  const lists = listsOf(numbering)
  const $ = xml(document)
  const out: string[] = []
  $('w\\:p').each((_, element) => {
    const paragraph = $(element)
    // The same text stands in its alternative as well.
    if (paragraph.closest('mc\\:Choice').length) return
    const numbered = numberedBy(paragraph.children('w\\:pPr'), lists)
    if (numbered) out.push(nextNumber(numbered.list, numbered.level))
  })
  return out
}
