import type { Representative, RollEntry, RollRole, Warning } from '../../../model/record.ts'
import type { Jurisdiction } from '../bodies/jurisdiction.ts'
import type { Reading, Rival } from './best-path.ts'
import { bodyEdges } from './body-edges.ts'
import { readBracket } from './brackets.ts'
import { type Compact, spanOf } from './compact.ts'
import type { Edge } from './lattice.ts'
import { isName } from './names.ts'
import { isLeaderPost } from './posts.ts'

export type RollFacts = { attendance: RollEntry[]; representatives: Representative[]; warnings: Warning[] }

const LOW = 0.75
const CLOSE_MARGIN = 2

type Stretch = { start: number; end: number }
type Group = { body: Stretch | null; posts: Stretch[]; named: boolean; waiting: Stretch[] }
const nobody = (): Group => ({ body: null, posts: [], named: false, waiting: [] })

/** Turns the steps of a reading into people and bodies; `text` is the repaired text. */
export const entriesOf = (
  text: string,
  roll: Compact,
  reading: Reading,
  role: RollRole,
  jurisdiction: Jurisdiction,
): RollFacts => {
  const facts: RollFacts = { attendance: [], representatives: [], warnings: [] }
  const printed = ({ start, end }: Stretch) =>
    text.slice(roll.offsets[start], (roll.offsets[end - 1] ?? 0) + 1).replace(/\s+/gu, '')
  const single = roll.gaps.filter((gap) => gap === 1).length > 0
  let group = nobody()
  let ditto = false

  const represent = (body: Stretch) =>
    facts.representatives.push({ body: printed(body), role, span: spanOf(roll, body.start, body.end) })
  const close = () => {
    for (const body of group.waiting) represent(body)
    if (group.body && !group.named) represent(group.body)
    group = nobody()
    ditto = false
  }
  const person = (name: Stretch, rival: Rival | undefined, sure = 1) => {
    const { body, post } = affiliation(group, printed)
    const padded = /\s/u.test(text.slice(roll.offsets[name.start], (roll.offsets[name.end - 1] ?? 0) + 1))
    const broken = roll.brokenBefore.slice(name.start + 1, name.end).some(Boolean)
    const ambiguous = broken ? 0.45 : padded && single ? 0.7 : sure
    const confidence = Math.min(
      ambiguous,
      rival && Number.isFinite(rival.margin) ? 1 / (1 + Math.exp(-rival.margin)) : 1,
    )
    const first = body && group.body && !group.named ? Math.min(group.body.start, name.start) : name.start
    facts.attendance.push({
      person: printed(name),
      role,
      body,
      post,
      onBehalfOf: null,
      confidence: Math.round(confidence * 100) / 100,
      ...(rival?.edge && rival.margin < CLOSE_MARGIN
        ? { runnerUp: { body: rival.body ? printed(rival.body) : null, person: printed(rival.edge) } }
        : {}),
      span: spanOf(roll, first, name.end),
      personSpan: spanOf(roll, name.start, name.end),
    })
    if (confidence < LOW)
      facts.warnings.push(warning('roll-low-confidence', 'body and name may be divided elsewhere', first, name.end))
    group.named = true
  }
  const warning = (code: string, message: string, start: number, end: number): Warning => {
    const span = spanOf(roll, start, end)
    return { code, message, quote: text.slice(span.start, span.end), span }
  }
  const inBrackets = (edge: Edge, previous: Edge | undefined) => {
    const content = { start: edge.start + 1, end: edge.end - 1 }
    const last = facts.attendance.at(-1)
    if (edge.from === 'body' && edge.to === 'name') return namesInBrackets(content)
    if (edge.from !== 'name' || !last || previous?.kind === 'delegates') return
    const isBody = (word: string) => bodyEdges(word, 0, jurisdiction).has(word.length)
    for (const found of readBracket(roll.text.slice(content.start, content.end), isBody)) {
      const cut = (start: number, end: number) => ({ start: content.start + start, end: content.start + end })
      if (found.kind === 'reason') last.reason = printed(cut(found.start, found.end))
      else if (found.kind === 'for') last.onBehalfOf = printed(cut(found.start, found.end))
      else if (found.kind === 'post') last.post ??= printed(cut(found.start, found.end))
      else if (found.kind === 'body') last.body ??= printed(cut(found.start, found.end))
      else if (found.kind === 'standIn') {
        const name = cut(...found.name)
        last.onBehalfOf = last.person
        last.person = printed(name)
        last.personSpan = spanOf(roll, name.start, name.end)
        last.span = { start: last.span.start, end: last.personSpan.end }
        last.post = found.post ? printed(cut(...found.post)) : null
      }
    }
  }
  const namesInBrackets = ({ start, end }: Stretch) => {
    let from = start
    for (const part of roll.text.slice(start, end).split(/[、 ]/u)) {
      if (isName(part)) person({ start: from, end: from + part.length }, undefined, 0.9)
      from += part.length + 1
    }
  }

  let unread: Stretch | null = null
  const flushUnread = () => {
    if (unread && /[^\s，。；、：]/u.test(roll.text.slice(unread.start, unread.end)))
      facts.warnings.push(warning('roll-unread', 'neither a body nor a person', unread.start, unread.end))
    unread = null
  }
  reading.edges.forEach((edge, at) => {
    const previous = reading.edges[at - 1]
    if (edge.kind === 'unread') {
      close()
      unread = { start: unread?.start ?? edge.start, end: edge.end }
      return
    }
    flushUnread()
    if (edge.kind === 'name') {
      if (edge.from === 'name' || (edge.from === 'entry' && group.named)) close()
      person(edge, reading.margins.get(edge))
    } else if (edge.kind === 'body') {
      if (edge.from === 'post' && group.posts.length && !group.named) group.posts.push(edge)
      else if (edge.from === 'entry' && group.body && !group.named && previous?.kind === 'mark')
        group = { ...nobody(), waiting: [...group.waiting, group.body], body: edge }
      else {
        const waiting =
          edge.from === 'body' && group.body ? [...group.waiting, group.body] : group.named ? [] : group.waiting
        if (group.named) close()
        group = { ...nobody(), waiting, body: edge }
      }
    } else if (edge.kind === 'post') {
      const last = facts.attendance.at(-1)
      if (edge.from === 'name' && edge.to === 'name' && last) last.post ??= printed(edge)
      else {
        if (edge.from === 'name' || (edge.from === 'entry' && (group.named || group.body))) close()
        else if (ditto) group = { ...group, posts: [] }
        group.posts.push(edge)
        ditto = false
      }
    } else if (edge.kind === 'delegates') {
      for (const body of [...group.waiting, ...(group.body ? [group.body] : [])]) represent(body)
      group = { ...nobody(), named: true }
    } else if (edge.kind === 'bracket') inBrackets(edge, previous)
    else if (edge.to === 'ditto' && edge.kind === 'mark') ditto = true
    else if (edge.to === 'entry' && edge.from !== 'entry' && !(edge.kind === 'mark' && edge.from === 'body')) close()
  })
  flushUnread()
  close()
  return facts
}

/** Body and post of a person: posts of the government's own leaders stand without a body, with every post as one string. */
const affiliation = (
  group: Group,
  printed: (stretch: Stretch) => string,
): { body: string | null; post: string | null } => {
  const [first] = group.posts
  if (!first) return { body: group.body ? printed(group.body) : null, post: null }
  const last = group.posts.at(-1) ?? first
  if (!group.body) return { body: null, post: printed({ start: first.start, end: last.end }) }
  const whole = printed({ start: group.body.start, end: last.end })
  const own = printed({ start: first.start, end: first.end })
  if (
    /^(?:市委|县委|区委|州委|旗委|党工委|管委会)$/u.test(printed(group.body)) &&
    isLeaderPost(`${printed(group.body)}${own}`)
  )
    return { body: null, post: whole }
  return { body: printed(group.body), post: printed({ start: first.start, end: last.end }) }
}
