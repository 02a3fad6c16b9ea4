/** Value of every sign that stands for one digit, in both scripts and in the sworn forms. */
export const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Value of every sign that multiplies what stands before it; 廿 and 卅 stand for twenty and thirty on their own. */
export const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
export const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }

/** A number in Chinese signs, as the source of a character class. */
export const NUMERAL_CLASS = '零〇一二两三四五六七八九十百千廿卅'

/** A number below a hundred in Chinese signs; any other in digits. */
export const chineseNumber = (value: number): string => {
  const digits = '零一二三四五六七八九'
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value)
  if (value < 10) return digits[value] ?? ''
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`
}

/** Names of Word's for numbers in Chinese signs. */
export const CHINESE_FORMATS: ReadonlySet<string> = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'japaneseCounting',
  'japaneseDigitalTenThousand',
  'ideographDigital',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'taiwaneseDigital',
])

export const circledNumber = (value: number): string => CIRCLED[value - 1] ?? String(value)

export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
