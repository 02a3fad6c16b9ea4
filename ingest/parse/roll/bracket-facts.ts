import { bodyEdges } from './body-edges.ts'
import { nameStart, partsOfBracket } from './bracket-parts.ts'
import { readBracket } from './brackets.ts'
import { spanOf } from './compact.ts'
import { addPerson, type Stretch, type Writer, wordsOf } from './entry-writer.ts'
import { isName } from './names.ts'

/** 市财政局（局长顾一鸣、李想）: the people whom a bracket behind a body names. */
export const peopleInBracket = (writer: Writer, { start, end }: Stretch): void => {
  for (const part of partsOfBracket(writer.roll.text.slice(start, end))) {
    const at = nameStart(writer.roll.text.slice(start + part.start, start + part.end))
    if (at < 0) continue
    const from = start + part.start
    writer.group = { ...writer.group, posts: at > 0 ? [{ start: from, end: from + at }] : [] }
    addPerson(
      writer,
      { start: from + at, end: start + part.end - standsIn(writer.roll.text.slice(from + at, start + part.end)) },
      undefined,
    )
  }
}

/** 市财政局（钱进代）: 1 where the last sign says that the person stood in for the head, whom nobody names. */
const standsIn = (words: string): number =>
  words.length > 2 && words.endsWith('代') && isName(words.slice(0, -1)) ? 1 : 0

/** What a bracket behind a person adds: post, body, reason of absence, or who stood in for whom. */
export const completePerson = (writer: Writer, { start, end }: Stretch): void => {
  const last = writer.facts.attendance.at(-1)
  if (!last) return
  const isBody = (word: string) => bodyEdges(word, 0, writer.jurisdiction).ends.includes(word.length)
  for (const found of readBracket(writer.roll.text.slice(start, end), isBody)) {
    const words = (from: number, to: number) => wordsOf(writer, { start: start + from, end: start + to })
    if (found.kind === 'reason') last.reason = words(found.start, found.end)
    else if (found.kind === 'for') last.onBehalfOf = words(found.start, found.end)
    else if (found.kind === 'post') last.post ??= words(found.start, found.end)
    else if (found.kind === 'body') last.body ??= words(found.start, found.end)
    else if (found.kind === 'bodyPost') {
      last.body ??= words(found.start, found.at)
      last.post ??= words(found.at, found.end)
    } else if (found.kind === 'standIn' && writer.role === 'absent') {
      // Who is away is away; the other one came.
      const person = words(...found.name)
      const personSpan = spanOf(writer.roll, start + found.name[0], start + found.name[1])
      const post = found.post ? words(...found.post) : null
      const span = { start: last.span.start, end: personSpan.end }
      writer.facts.attendance.push({
        ...last,
        reason: undefined,
        person,
        role: 'observer',
        onBehalfOf: last.person,
        post,
        span,
        personSpan,
      })
    } else if (found.kind === 'standIn') {
      last.onBehalfOf = last.person
      last.person = words(...found.name)
      last.personSpan = spanOf(writer.roll, start + found.name[0], start + found.name[1])
      last.span = { start: last.span.start, end: last.personSpan.end }
      last.post = found.post ? words(...found.post) : null
    }
  }
}
