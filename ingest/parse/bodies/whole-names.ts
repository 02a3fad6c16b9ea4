import { endsAt, trieOfWords } from '../tries.ts'
import { shapedEnds } from './body-shapes.ts'
import { STRONG } from './body-tables.ts'

/** The end of a body by its shape, with the office that belongs to it, or -1. */
export const strongEnd = (text: string, from: number): number => {
  const ends = shapedEnds(text, from, STRONG)
  const first = ends[0] ?? -1
  // 市重点工程建设指挥部办公室: the office of a body, not the body.
  const office = first > 0 ? endsAt(trieOffices, text, first).at(-1) : undefined
  return office ?? first
}
const trieOffices = trieOfWords(['办公室', '办'])
/** 市生态环境保护委员会办公室: the office of a commission that is listed. */
export const officeEnd = (text: string, end: number): number =>
  /(?:委员会|领导小组|指挥部)$/u.test(text.slice(Math.max(0, end - 4), end)) && text.startsWith('办公室', end)
    ? end + 3
    : end

const COMPANY_TAIL = /^(?:集团)?(?:股份有限公司|有限责任公司|有限公司|总公司)/u
/** The end of a company's whole name, where only the beginning of it was recognised: 控股集团有限公司. */
export const companyEnd = (text: string, end: number): number =>
  end > 1 && '团司'.includes(text[end - 1] ?? ' ')
    ? end + (COMPANY_TAIL.exec(text.slice(end, end + 8))?.[0].length ?? 0)
    : end
