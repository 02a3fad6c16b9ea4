import type { Span } from '../../../model/record.ts'
import type { Mention } from '../bodies/mentions.ts'

const IN_NAME =
  /以(?<name>[^，。；：《》以]{2,24}?)(?:(?:联合)?名义|(?:规范性)?文件(?:形式)?(?=(?:，|按程序)?(?:印发|发文|下发|公布|发布)))/u
/** 以市政府名义向市人大常委会报告: nothing is issued. */
const ONLY_REPORTED = /^[^，。；]{0,20}(?:报告|汇报|报送|上报|提请|报请|提交)(?![^。；]*(?:印发|发文|公布|发布|出台))/u
/** 报市政府办公室核稿印发, 提交区政府办公室按程序印发. */
const HANDED_TO_OFFICE =
  /(?:提交|报送|移交|报|送|交由|交)(?<name>[市县区州旗盟]?(?:人民)?(?:政府|府|党政)办(?:公室|公厅)?)(?:核稿|审核|会签|统一|按程序|按照程序|，|并|后){0,3}(?:印发|发文|公布)/u
const BY_ORDER = /以(?<name>[市县区州]政府)令/u

/** In whose name a document goes out: 以X名义, 由X印发, 以X令, 报X核稿印发. */
export const issuedAs = (folded: string, { start, end }: Span, issuers: readonly Mention[]): Span | null => {
  const words = folded.slice(start, end)
  const named = IN_NAME.exec(words) ?? BY_ORDER.exec(words)
  const name = named?.groups?.name
  const reported = named && ONLY_REPORTED.test(words.slice(named.index + named[0].length))
  if (named && name && !reported) return { start: start + named.index + 1, end: start + named.index + 1 + name.length }
  const [first] = issuers
  const last = issuers.at(-1)
  if (first && last) return { start: first.start, end: last.end }
  const handed = HANDED_TO_OFFICE.exec(words)
  const office = handed?.groups?.name
  if (!handed || !office) return null
  const at = start + handed.index + handed[0].indexOf(office)
  return { start: at, end: at + office.length }
}
