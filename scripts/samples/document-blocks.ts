import type { Meeting } from './calendar.ts'
import type { CityContext } from './context.ts'
import { inChinese } from './days.ts'
import type { ItemDraft } from './item.ts'
import type { Block } from './layout.ts'
import type { Style } from './style.ts'

const NUMERALS = '〇一二三四五六七八九'
const inNumerals = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`
  return head + (ones || !tens ? NUMERALS[ones] : '')
}

/** Where the quotes of an item stand in a paragraph of it. */
const quotesIn = (text: string, item: ItemDraft): [number, number][] =>
  [...item.gold.decisions, ...item.gold.tasks].flatMap(({ quote }): [number, number][] => {
    const at = text.indexOf(quote)
    return at < 0 ? [] : [[at, at + quote.length]]
  })

/** Heading and sub-points. */
export const itemBlocks = (item: ItemDraft, seq: number, style: Style): Block[] => {
  const [open, close] = style.halfBrackets ? ['(', ')'] : ['（', '）']
  const numbered = item.paragraphs.length > 1
  return [
    { kind: 'paragraph', text: `${inNumerals(seq)}、${item.gold.heading}` },
    ...item.paragraphs.map((paragraph, at): Block => {
      const text = numbered ? `${open}${inNumerals(at + 1)}${close}${paragraph}` : paragraph
      return { kind: 'paragraph', text, keep: quotesIn(text, item) }
    }),
  ]
}

/** 整理 and 公开. */
export const closing = (meeting: Meeting, city: string, style: Style): Block[] => [
  ...(style.compiled
    ? ([
        { kind: 'line', text: `${city}人民政府办公室整理` },
        { kind: 'line', text: inChinese(meeting.compiledOn) },
      ] as const)
    : []),
  { kind: 'line', text: '(此件公开发布)' },
]

/** 分送 and 印发. */
export const distribution = (meeting: Meeting, ctx: CityContext): Block[] => {
  const { city, short } = ctx.place
  const zones = `${short}高新区、${short}港口管委会`
  const office = `${city}人民政府办公室`
  const date = `${inChinese(meeting.issuedOn)}印发`
  const list: Block = { kind: 'paragraph', text: `分送：各县（市、区）人民政府，${zones}；市各有关部门和单位。` }
  if (meeting.index % 4 === 3) return [list, { kind: 'line', text: `${office}　　　　${date}` }]
  return [list, { kind: 'line', text: office }, { kind: 'line', text: date }]
}

/** The red head and the number. */
export const masthead = (meeting: Meeting, city: string, style: Style): Block[] => {
  const number: Block = { kind: 'line', text: meeting.docNumber }
  if (style.rollFirst)
    return [
      { kind: 'line', text: `${city}人民政府` },
      { kind: 'line', text: `市政府第${meeting.ordinal}次常务会议纪要` },
      number,
    ]
  if (style.tall) return [{ kind: 'line', text: `${city}人民政府` }, { kind: 'line', text: '常务会议纪要' }, number]
  return [{ kind: 'line', text: `${city}人民政府 常务会议纪要` }, number]
}
