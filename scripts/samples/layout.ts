/** Sets blocks of text on pages of a public document and gives back what an extractor would make of the pages. */

export type Block =
  /** Stands on a line of its own. */
  | { kind: 'line'; text: string }
  /** Wrapped at 28 columns after an indent of two. `keep` are stretches that a page number must not cut. */
  | { kind: 'paragraph'; text: string; keep?: readonly (readonly [number, number])[] }
  /** Wrapped already. */
  | { kind: 'roll'; lines: readonly string[] }

const COLUMNS = 28
const LINES = 22
/** The red head takes a good part of the first page. */
const HEAD_LINES = 8
const NOT_FIRST = new Set('，。、；：！？》）”〕』」)%')
const NOT_LAST = new Set('《（“〔『「(')

export const columnsOf = (text: string) =>
  Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x100 ? 0.5 : 1), 0)

/** What may not be broken: a run of digits, a character with the brackets and stops that hang on it. */
const unitsOf = (text: string): string[] => {
  const units: string[] = []
  for (const char of text) {
    const last = units.at(-1)
    const digits = last !== undefined && /[\d.]$/u.test(last) && /[\d.%]/u.test(char)
    if (last !== undefined && (digits || NOT_FIRST.has(char) || NOT_LAST.has(last.at(-1) ?? '')))
      units[units.length - 1] = last + char
    else units.push(char)
  }
  return units
}

/** A stop may hang over the edge by a column. */
const OVERHANG = 1.5

export const wrap = (text: string, columns: number, indent: number): string[] => {
  const lines: string[] = []
  let line = ''
  let width = indent
  for (const unit of unitsOf(text)) {
    const wide = columnsOf(unit)
    const tail = NOT_FIRST.has(unit.at(-1) ?? '') || /\d$/u.test(unit)
    if (width + wide > columns + (tail ? OVERHANG : 0) && line) {
      lines.push(line)
      line = ''
      width = 0
    }
    line += unit
    width += wide
  }
  if (line) lines.push(line)
  return lines
}

type Options = { pageNumbers: boolean; wrapped: boolean }

const linesOf = (block: Block): readonly string[] => {
  if (block.kind === 'roll') return block.lines
  return block.kind === 'line' ? [block.text] : wrap(block.text, COLUMNS, 2)
}

/** Whether a page may end after `count` characters of the block. */
const mayBreakAt = (block: Block, count: number) =>
  block.kind !== 'paragraph' || !(block.keep ?? []).some(([start, end]) => start < count && count < end)

/** The last line of the block, at or before `fits`, after which a page number may stand; 0 is before the block. */
const breakLine = (block: Block, lines: readonly string[], fits: number, options: Options): number => {
  if (!options.pageNumbers) return fits
  for (let at = fits; at > 0; at--) if (mayBreakAt(block, lines.slice(0, at).join('').length)) return at
  return 0
}

/** The text as it comes out of an extractor: blank lines between blocks and where a page ends. */
export const typeset = (blocks: readonly Block[], options: Options): string => {
  let out = ''
  let page = 1
  let used = HEAD_LINES
  const turn = () => {
    out = `${out.trimEnd()}\n\n${options.pageNumbers ? `— ${page} —\n\n` : ''}`
    page++
    used = 0
  }
  for (const block of blocks) {
    let lines = linesOf(block)
    let first = true
    while (used + lines.length > LINES) {
      const at = breakLine(block, lines, LINES - used, options)
      if (at > 0) out += join(lines.slice(0, at), block, options, first)
      first = first && at === 0
      lines = lines.slice(at)
      if (at === 0 && used === 0) break
      turn()
    }
    if (lines.length) out += `${join(lines, block, options, first)}\n\n`
    used += lines.length
  }
  return `${out.trimEnd()}\n`
}

const join = (lines: readonly string[], block: Block, options: Options, first: boolean) => {
  if (block.kind === 'roll') return lines.join('\n')
  if (!options.wrapped || block.kind === 'line') return lines.join('')
  return (first ? '　　' : '') + lines.join('\n')
}
