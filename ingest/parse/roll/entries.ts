import type { RollRole } from '../../../model/record.ts'
import { SHARED_POSTS } from '../../lexicon/roll-words.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import type { Reading } from './best-path.ts'
import { completePerson, peopleInBracket } from './bracket-facts.ts'
import type { Compact } from './compact.ts'
import {
  addPerson,
  affiliation,
  close,
  nobody,
  type RollFacts,
  represent,
  type Stretch,
  type Writer,
  warnAt,
  wordsOf,
} from './entry-writer.ts'
import { standIn } from './stand-in.ts'
import type { Edge } from './steps.ts'

const sharedPosts = new Set<string>(SHARED_POSTS)

/** 副县长乙 丙, 区委常委、副区长丁 戊: the posts stand once, and gaps part the names; with a body in front the names are of several bodies. */
const sharedBy = (writer: Writer): Stretch | null => {
  const { body, posts } = writer.group
  const last = posts.at(-1)
  if (!last || affiliation(writer).body !== null || !sharedPosts.has(wordsOf(writer, last))) return null
  return { start: (body ?? posts[0] ?? last).start, end: last.end }
}

const onName = (writer: Writer, edge: Edge, previous: Edge | undefined): void => {
  if (edge.from === 'name' || (edge.from === 'entry' && writer.group.named)) close(writer)
  if (edge.from === 'entry' && previous?.kind === 'gap' && writer.shared && !writer.group.body)
    writer.group.posts = [writer.shared]
  addPerson(writer, edge, writer.margins.get(edge))
}

const onBody = (writer: Writer, edge: Edge, previous: Edge | undefined): void => {
  const { group } = writer
  if (edge.from === 'post' && group.posts.length && !group.named) group.posts.push(edge)
  else if (group.body && !group.named && (edge.from === 'body' || (edge.from === 'entry' && previous?.kind === 'mark')))
    writer.group = { ...nobody(), waiting: [...group.waiting, group.body], body: edge }
  else {
    const { waiting } = group.named ? nobody() : group
    if (group.named) close(writer)
    writer.group = { ...nobody(), waiting, body: edge }
  }
}

/** 程渡、徐岩副市长: the post stands once, behind the last of those who hold it. */
const sharePost = ({ text, facts: { attendance } }: Writer, post: string): void => {
  if (!sharedPosts.has(post)) return
  for (let at = attendance.length - 1; at > 0; at--) {
    const [one, next] = [attendance[at - 1], attendance[at]]
    if (!one || !next || one.post || one.body !== next.body) return
    if (text.slice(one.personSpan.end, next.personSpan.start).trim() !== '、') return
    one.post = post
  }
}

const onPost = (writer: Writer, edge: Edge): void => {
  const last = writer.facts.attendance.at(-1)
  if (edge.from === 'name' && edge.to === 'name' && last) {
    last.post ??= wordsOf(writer, edge)
    sharePost(writer, last.post)
    return
  }
  if (edge.from === 'name' || (edge.from === 'entry' && (writer.group.named || writer.group.body))) close(writer)
  else if (writer.ditto) writer.group = { ...writer.group, posts: [] }
  writer.group.posts.push(edge)
  writer.ditto = false
}

const onDelegates = (writer: Writer): void => {
  const { waiting, body } = writer.group
  for (const one of body ? [...waiting, body] : waiting) represent(writer, one)
  writer.group = { ...nobody(), named: true }
}

/** 徐青 （病假）: a gap between a name and its bracket. */
const isBehindGap = ({ roll, facts }: Writer, previous: Edge | undefined): boolean =>
  previous?.kind === 'gap' && facts.attendance.at(-1)?.personSpan.end === roll.offsets[previous.start]

const onStandIn = (writer: Writer, edge: Edge): void => {
  const whom = standIn(writer.roll.text, edge.start)
  const last = writer.facts.attendance.at(-1)
  if (whom && last) last.onBehalfOf = wordsOf(writer, whom)
}

const onReason = (writer: Writer, edge: Edge): void => {
  const last = writer.facts.attendance.at(-1)
  if (last) last.reason ??= wordsOf(writer, edge)
}

const onBracket = (writer: Writer, edge: Edge, previous: Edge | undefined): void => {
  const content = { start: edge.start + 1, end: edge.end - 1 }
  if (edge.to === 'body' && edge.from !== 'body') onBody(writer, { ...edge, ...content }, previous)
  else if (edge.from === 'body' && edge.to === 'name') peopleInBracket(writer, content)
  else if (edge.from === 'name' ? previous?.kind !== 'delegates' : isBehindGap(writer, previous))
    completePerson(writer, content)
}

const endUnread = (writer: Writer): void => {
  const { unread } = writer
  if (unread && /[^\s，。；、：]/u.test(writer.roll.text.slice(unread.start, unread.end)))
    writer.facts.warnings.push(warnAt(writer, 'roll-unread', 'neither a body nor a person', unread.start, unread.end))
  writer.unread = null
}

const step = (writer: Writer, edge: Edge, previous: Edge | undefined): void => {
  if (edge.kind === 'unread') {
    close(writer)
    writer.unread = { start: writer.unread?.start ?? edge.start, end: edge.end }
    return
  }
  endUnread(writer)
  if (edge.kind === 'gap' && edge.from === 'name') writer.shared = sharedBy(writer)
  if (edge.kind === 'name') onName(writer, edge, previous)
  else if (edge.kind === 'standIn') onStandIn(writer, edge)
  else if (edge.kind === 'body') onBody(writer, edge, previous)
  else if (edge.kind === 'post') onPost(writer, edge)
  else if (edge.kind === 'reason') onReason(writer, edge)
  else if (edge.kind === 'delegates') onDelegates(writer)
  else if (edge.kind === 'bracket') onBracket(writer, edge, previous)
  else if (edge.to === 'ditto' && edge.kind === 'mark') writer.ditto = true
  // A list of bodies goes on behind 、; everything else that leads back to the beginning ends the entry.
  else if (edge.to === 'entry' && edge.from !== 'entry' && !(edge.kind === 'mark' && edge.from === 'body'))
    close(writer)
}

/** Turns the steps of a reading into people and bodies; `text` is the repaired text. */
export const entriesOf = (
  text: string,
  roll: Compact,
  reading: Reading,
  role: RollRole,
  jurisdiction: Jurisdiction,
): RollFacts => {
  const facts: RollFacts = { attendance: [], representatives: [], warnings: [] }
  const writer: Writer = {
    text,
    roll,
    role,
    jurisdiction,
    margins: reading.margins,
    facts,
    group: nobody(),
    ditto: false,
    unread: null,
    shared: null,
  }
  reading.edges.forEach((edge, at) => {
    step(writer, edge, reading.edges[at - 1])
  })
  endUnread(writer)
  close(writer)
  return facts
}
