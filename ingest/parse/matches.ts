/**
 * All matches of a pattern that carries the flag `g` and matches only what holds a match of `anchor` (flag `g` as well)
 * that begins at most `reach` behind its own beginning: between the anchors of a text nothing is tried.
 */
export const matchesNear = (text: string, pattern: RegExp, anchor: RegExp, reach: number): RegExpExecArray[] => {
  const out: RegExpExecArray[] = []
  let from = 0
  for (;;) {
    anchor.lastIndex = from
    const at = anchor.exec(text)?.index
    if (at === undefined) return out
    pattern.lastIndex = Math.max(from, at - reach)
    const match = pattern.exec(text)
    if (!match) return out
    out.push(match)
    from = match.index + match[0].length
  }
}

/** All matches of a pattern, which must carry the flag `g`. Unlike `matchAll` it makes no copy of the pattern for each text. */
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] => {
  const out: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    out.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return out
}
