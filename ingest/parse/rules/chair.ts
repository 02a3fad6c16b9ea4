import type { MeetingFacts, Span } from '../../../model/record.ts'
import { ACTING_WORDS } from '../../lexicon/posts.ts'
import { blocksOf, type Document, labelled, printed } from '../document.ts'
import { isName, nameScore } from '../roll/names.ts'
import { postEnds } from '../roll/posts.ts'

type Chair = NonNullable<MeetingFacts['chair']>
type Person = { name: Span; post: Span | null }

/** 受市长陆衡同志委托. */
const ON_BEHALF = /受(?<who>[^，。；]{2,40}?)(?:同志)?(?:的)?委托/u
const acting = new Set<string>(ACTING_WORDS)
const CHAIRS = /主持/gu
/** 副市长程渡召集市发改委…: where nobody is said to have chaired. */
const CONVENES = /召集/gu
const PLACE_BEFORE = /在[^，。；《》]{2,40}$/u

/** Cuts words into posts and a name: 市委副书记、代市长陆衡, 李亚平市长; `null` where no name is left. */
const personIn = (doc: Document, span: Span): Person | null => {
  let { start, end } = span
  const trimmed = () => doc.folded.slice(start, end)
  while (start < end && /[\s、，：]/u.test(doc.folded[start] ?? '')) start++
  while (end > start && /[\s、，：]/u.test(doc.folded[end - 1] ?? '')) end--
  if (trimmed().endsWith('同志')) end -= 2
  const words = trimmed()
  const dotted = words.includes('·') ? nameThenPost(words, start) : null
  if (dotted) return dotted
  if (isName(words.replaceAll(' ', ''))) return { name: { start, end }, post: null }
  return nameGapPosts(words, start) ?? postThenName(words, start) ?? nameThenPost(words, start)
}

/** 赵庆 县委副书记、县长: as the rolls of many counties are set. */
const nameGapPosts = (words: string, offset: number): Person | null => {
  const match = /^(?<name>\p{Script=Han}(?: ?\p{Script=Han}){1,3}?) +(?<posts>[^ ].*)$/u.exec(words)
  const { name, posts } = match?.groups ?? {}
  if (!name || !posts || !isName(name.replaceAll(' ', ''))) return null
  const bare = posts.replaceAll(' ', '')
  if (!bare.split('、').every((post) => postEnds(post, 0).includes(post.length))) return null
  const start = offset + words.length - posts.length
  return { name: { start: offset, end: offset + name.length }, post: { start, end: offset + words.length } }
}

const postThenName = (words: string, offset: number): Person | null => {
  let best: { person: Person; score: number } | null = null
  for (const size of [2, 3, 4, 5]) {
    const at = words.length - size
    const name = words.slice(at)
    const bare = name.replaceAll(' ', '')
    if (at < 2 || !isName(bare) || !endsInPost(words.slice(0, at))) continue
    const score = nameScore(bare)
    if (!best || score > best.score)
      best = {
        score,
        person: {
          name: { start: offset + at, end: offset + words.length },
          post: { start: offset, end: offset + words.slice(0, at).trimEnd().length },
        },
      }
  }
  const dotted = /[\p{Script=Han}]{1,8}(?:·\p{Script=Han}{1,8})+$/u.exec(words)
  if (!best && dotted) return dottedName(words, dotted, offset)
  return best?.person ?? unusualName(words, offset)
}

/** A name that no surname begins (照日格图): what is left behind the last post. */
const unusualName = (words: string, offset: number): Person | null => {
  for (let at = words.length - 2; at >= Math.max(2, words.length - 6); at--) {
    if (!endsInPost(words.slice(0, at))) continue
    if (!/^\p{Script=Han}{2,6}$/u.test(words.slice(at))) return null
    return { name: { start: offset + at, end: offset + words.length }, post: { start: offset, end: offset + at } }
  }
  return null
}

/** Where the name with dots begins is where the last post ends. */
const dottedName = (words: string, dotted: RegExpExecArray, offset: number): Person | null => {
  for (let at = words.indexOf('·') - 1; at >= 0; at--)
    if (endsInPost(words.slice(0, at)))
      return { name: { start: offset + at, end: offset + words.length }, post: { start: offset, end: offset + at } }
  return dotted.index === 0 ? { name: { start: offset, end: offset + words.length }, post: null } : null
}

const endsInPost = (words: string): boolean => {
  const bare = words.replace(/(?:（[^（）]{1,4}）)?[\s：]*$/u, '')
  for (let at = Math.max(0, bare.length - 14); at < bare.length; at++)
    if (postEnds(bare, at).includes(bare.length)) return true
  return false
}

const nameThenPost = (words: string, offset: number): Person | null => {
  const sizes = [3, 2, 4, 5, 6, 7].filter(
    (size) => words.length > size && isName(words.slice(0, size)) && postEnds(words, size).includes(words.length),
  )
  const dotted = dottedSize(words)
  // 戴铮代市长: no name ends in what makes the post an acting one.
  const size = sizes.find((one) => acting.has(words.slice(one))) ?? sizes[0] ?? dotted ?? unusualSize(words)
  return size === undefined
    ? null
    : { name: { start: offset, end: offset + size }, post: { start: offset + size, end: offset + words.length } }
}

/** 买合木提·吐尔逊市长: behind the dot the name goes on until the post begins. */
const dottedSize = (words: string): number | undefined => {
  const dot = words.lastIndexOf('·')
  if (dot < 1 || !/^[\p{Script=Han}·]+$/u.test(words)) return undefined
  for (let at = dot + 2; at < words.length; at++) if (postEnds(words, at).includes(words.length)) return at
  return undefined
}

/** 照日格图旗长: a name that no surname begins, in front of the post. */
const unusualSize = (words: string): number | undefined =>
  /^\p{Script=Han}+$/u.test(words)
    ? [6, 5, 4, 3, 2].find((size) => words.length > size && postEnds(words, size).includes(words.length))
    : undefined

/** The stretch right before 主持 in a sentence, or behind 由 … 主持. */
const beforeChairs = (words: string, at: number, offset: number): Span => {
  let start =
    Math.max(
      words.lastIndexOf('。', at),
      words.lastIndexOf('；', at),
      words.lastIndexOf('由', at),
      words.lastIndexOf('\n', at),
      -1,
    ) + 1
  let end = at
  const place = PLACE_BEFORE.exec(words.slice(start, end))
  if (place) end = start + place.index
  const comma = words.lastIndexOf('，', end - 1)
  if (comma >= start) start = comma + 1
  return { start: offset + start, end: offset + end }
}

const candidates = (doc: Document): { person: Person; sentence: string; span: Span }[] => {
  const found: { person: Person; sentence: string; span: Span }[] = []
  for (const { span } of blocksOf(doc, 'opening')) {
    const words = doc.folded.slice(span.start, Math.min(span.end, span.start + 600))
    for (const match of words.matchAll(words.includes('主持') ? CHAIRS : CONVENES)) {
      const person = personIn(doc, beforeChairs(words, match.index, span.start))
      if (person) found.push({ person, sentence: words, span })
    }
  }
  for (const span of labelled(doc, 'chair')) {
    const person = personIn(doc, span)
    if (person) found.push({ person, sentence: '', span })
  }
  return found
}

/** The post of a chair named without one, from another sentence of the opening: 市委常委、副市长徐岩召集…。会议由徐岩同志主持. */
const postElsewhere = (doc: Document, name: Span): Span | null => {
  const wanted = doc.folded.slice(name.start, name.end)
  for (const { span } of blocksOf(doc, 'opening')) {
    const words = doc.folded.slice(span.start, Math.min(span.end, span.start + 600))
    const at = words.indexOf(wanted)
    const start = Math.max(words.lastIndexOf('，', at), words.lastIndexOf('。', at), words.lastIndexOf('由', at)) + 1
    const found = at > start ? personIn(doc, { start: span.start + start, end: span.start + at + wanted.length }) : null
    if (found?.post) return found.post
  }
  return null
}

/** Who chaired; the post as printed, and for whom where the text says 受…委托. */
export const chair = (doc: Document): Chair | null => {
  const all = candidates(doc)
  const [first] = all
  if (!first) return null
  const length = ({ person }: (typeof all)[number]) => (person.post ? person.post.end - person.post.start : 0)
  const sameName = all.filter(({ person }) => printed(doc.text, person.name) === printed(doc.text, first.person.name))
  const found = sameName.reduce((a, b) => (length(b) > length(a) ? b : a), first)
  const { person } = found
  const { sentence, span } = first
  const whom = ON_BEHALF.exec(sentence)
  const who = whom?.groups?.who
  const absent =
    whom && who
      ? personIn(doc, { start: span.start + whom.index + 1, end: span.start + whom.index + 1 + who.length })
      : null
  const at = person.post ?? postElsewhere(doc, person.name)
  const post = at && printed(doc.text, at)
  const folded = at ? doc.folded.slice(at.start, at.end) : ''
  const starts = Math.min(person.name.start, person.post?.start ?? person.name.start)
  return {
    name: printed(doc.text, person.name),
    post: post || null,
    acting: ACTING_WORDS.some((word) => folded.includes(word)) || folded.includes('（代'),
    onBehalfOf: absent ? printed(doc.text, absent.name) : null,
    span: { start: starts, end: Math.max(person.name.end, person.post?.end ?? 0) },
  }
}
