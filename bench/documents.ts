import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '../ingest/parse/parse.ts'
import { repair } from '../ingest/repair/repair.ts'
import type { MinutesRecord } from '../model/record.ts'

const SAMPLES = fileURLToPath(new URL('../samples/minutes/', import.meta.url))
const SOURCE = { path: 'bench.txt', sha256: '0'.repeat(64), format: 'txt' } as const

export const bytesOf = (text: string): number => Buffer.byteLength(text)

/** All of what the parser does with one text. */
export const readText = (text: string): MinutesRecord => parse(repair(text), SOURCE)

/** The minutes of the sample city, as an extractor gives them. */
export const sampleCity = (): string[] =>
  readdirSync(SAMPLES)
    .sort()
    .map((name) => readFileSync(SAMPLES + name, 'utf8'))

/** A document taken apart; an item stands without its number. */
type Parts = { head: string; items: string[]; rolls: string; tail: string }

const partsOf = (raw: string): Parts => {
  const { text } = repair(raw)
  const { items, blocks } = readText(raw)
  const [first] = items
  const last = items.at(-1)
  const rolls = blocks.filter((block) => block.kind === 'roll').map(({ span }) => text.slice(span.start, span.end))
  return {
    head: text.slice(0, first?.span.start),
    items: items.map((item) => text.slice(item.headingSpan.start, item.span.end)),
    rolls: rolls.join('\n'),
    tail: text.slice(last?.span.end),
  }
}

const DIGITS = '零一二三四五六七八九'
/** 1 to 999 as items are numbered. */
const numeral = (value: number): string => {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const ten = tens === 0 ? (hundreds && ones ? '零' : '') : `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十`
  return `${hundreds ? `${DIGITS[hundreds]}百` : ''}${ten}${ones ? DIGITS[ones] : ''}`
}

const numbered = (items: readonly string[]): string => items.map((item, at) => `${numeral(at + 1)}、${item}`).join('\n')

/** Documents of about `size` bytes: of each sample as many items in a row as have room, from each of its items on. */
export const documentsOf = (size: number): string[] =>
  sampleCity()
    .map(partsOf)
    .flatMap(({ head, items, tail }) =>
      items.map((_, from) => {
        const taken: string[] = []
        let length = bytesOf(head) + bytesOf(tail)
        for (const item of [...items.slice(from), ...items.slice(0, from)]) {
          if (taken.length && length + bytesOf(item) > size) break
          taken.push(item)
          length += bytesOf(item) + 7
        }
        return head + numbered(taken) + tail
      }),
    )

const repeated = (words: string, size: number): string =>
  `${words}\n`.repeat(Math.max(1, Math.round(size / bytesOf(words))))

/** What may grow in a document, and a document of `size` bytes in which it has grown. */
export const growing = (): Readonly<Record<string, (size: number) => string>> => {
  const parts = sampleCity().map(partsOf)
  const items = parts.flatMap((one) => one.items)
  const { head = '', tail = '', rolls = '' } = parts[0] ?? {}
  const one = numbered(items.slice(0, 1))
  const paragraphs = items.map((item) => item.slice(item.indexOf('\n') + 1)).join('\n')
  return {
    'many items': (size) => {
      const taken: string[] = []
      for (let length = 0, at = 0; length < size && at < 999; at++) {
        taken.push(items[at % items.length] ?? '')
        length += bytesOf(taken.at(-1) ?? '')
      }
      return `${head}${numbered(taken)}${tail}`
    },
    'one item of many paragraphs': (size) => `${head}${one}\n${repeated(paragraphs.slice(0, 3000), size)}${tail}`,
    'one item of many titles': (size) =>
      `${head}${one}\n${Array.from({ length: Math.round(size / 72) }, (_, at) => `要认真落实《澜州市第${at}号管理办法》，按期完成。\n`).join('')}${tail}`,
    'many rolls': (size) => `${head}${one}\n${repeated(rolls, size)}${tail}`,
  }
}

/** Signs that open, close, divide, count or begin something, each of which a text may be full of. */
export const SIGNS = [
  ...Array.from('市局一九9，。、：；《》（(【“·　 \n\f-a会年第由和请关'),
  '\u200b',
  '一、',
  '（一）',
  '市局',
  '《〈',
  '出席：王',
  '2020年',
] as const
