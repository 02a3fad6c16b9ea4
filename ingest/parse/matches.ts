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
