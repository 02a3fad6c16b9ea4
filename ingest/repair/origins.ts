/** Sorted `[repairedStart, rawStart]`: from there on both texts run side by side, until the next pair. */
export type Origins = readonly (readonly [number, number])[]

export type RepairedText = { text: string; origins: Origins }

/** A stretch of text and what takes its place; `insert` may be empty. */
export type Edit = { start: number; end: number; insert: string }

/** The offset in the raw text that an offset of the repaired text comes from. */
export const toRaw = (origins: Origins, offset: number): number => {
  let low = 0
  let high = origins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((origins[middle]?.[0] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const [repaired, raw] = origins[low] ?? [0, 0]
  return raw + (offset - repaired)
}

/** Applies edits that are sorted and do not overlap, and keeps the way back to the raw text. */
export const applyEdits = (input: RepairedText, edits: readonly Edit[]): RepairedText => {
  if (!edits.length) return input
  const parts: string[] = []
  const origins: [number, number][] = []
  let length = 0
  let at = 0
  let segment = 0
  const note = (rawStart: number) => {
    const last = origins.at(-1)
    if (last && last[0] === length) last[1] = rawStart
    else if (!last || rawStart - last[1] !== length - last[0]) origins.push([length, rawStart])
  }
  const keep = (start: number, end: number) => {
    let from = start
    while (from < end) {
      while ((input.origins[segment + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= from) segment++
      const [repaired, raw] = input.origins[segment] ?? [0, 0]
      const until = Math.min(end, input.origins[segment + 1]?.[0] ?? end)
      note(raw + (from - repaired))
      length += until - from
      from = until
    }
    if (end > start) parts.push(input.text.slice(start, end))
  }
  for (const edit of edits) {
    keep(at, edit.start)
    if (edit.insert) {
      note(toRaw(input.origins, edit.start))
      parts.push(edit.insert)
      length += edit.insert.length
    }
    at = edit.end
  }
  keep(at, input.text.length)
  return { text: parts.join(''), origins: origins.length ? origins : [[0, 0]] }
}

/** Edits for every match, from the place `from` on, of a pattern that carries the flag `g` and matches no empty words. */
export const editsFor = (text: string, pattern: RegExp, insert: (match: string) => string, from = 0): Edit[] => {
  const edits: Edit[] = []
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const replacement = insert(match[0])
    if (replacement !== match[0])
      edits.push({ start: match.index, end: match.index + match[0].length, insert: replacement })
  }
  return edits
}
