import type { Language } from './setup.ts'

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}

/** `0.05` as `5%` (Chinese) or `5 %`. */
export const percent = (share: number, language: Language): string => {
  const figure = Number((share * 100).toFixed(1))
  return language === 'zh' ? `${figure}%` : `${figure} %`
}

/** Two significant digits: `0.031`, `4.2 × 10⁻⁹`; below what a double holds, `< 10⁻³⁰⁰`. */
export const chanceInWords = (chance: number): string => {
  if (chance >= 0.001) return String(Number(chance.toPrecision(2)))
  if (chance < 1e-300) return '< 10⁻³⁰⁰'
  const [digits = '', exponent = ''] = chance.toExponential(1).split('e')
  const raised = String(Number(exponent))
    .split('')
    .map((sign) => SUPERSCRIPTS[sign] ?? sign)
    .join('')
  return `${digits} × 10${raised}`
}

/** One digit behind the point below ten, none above. */
export const figure = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
