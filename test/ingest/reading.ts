import { parse } from '../../ingest/parse/parse.ts'
import { repair } from '../../ingest/repair/repair.ts'
import type { MinutesRecord } from '../../model/record.ts'

const SOURCE = { path: 'fragment.txt', sha256: '0'.repeat(64), format: 'txt' } as const

/** The record of a whole document. */
export const read = (raw: string): MinutesRecord => parse(repair(raw), SOURCE)

const HEAD = '岚州市人民政府常务会议纪要\n\n〔2022〕8号\n\n'
const OPENING = '2022年3月14日上午，陆衡市长主持召开市政府第12次常务会议，研究有关事项。\n\n会议议定以下意见：\n\n'

/** The record of minutes of the invented city with these items, held on 2022-03-14. */
export const readItems = (items: string): MinutesRecord => read(`${HEAD}${OPENING}${items}\n`)

/** The record of minutes with this opening sentence. */
export const readOpening = (opening: string): MinutesRecord =>
  read(`${HEAD}${opening}\n\n一、审议《岚州市桥梁管理办法》\n\n原则同意《岚州市桥梁管理办法》。\n`)

/** The record of minutes with these lines of roll. */
export const readRoll = (roll: string): MinutesRecord =>
  read(`${HEAD}${OPENING}一、审议《岚州市桥梁管理办法》\n\n原则同意《岚州市桥梁管理办法》。\n\n${roll}\n\n记录：夏禾\n`)

/** 市财政局→顾一鸣, one string a person, as the roll has them. */
export const people = (record: MinutesRecord): string[] =>
  record.attendance.map((entry) => `${entry.body ?? ''}→${entry.person}`)

export const codes = (record: MinutesRecord): string[] => record.warnings.map((warning) => warning.code)
