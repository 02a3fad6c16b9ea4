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

export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
