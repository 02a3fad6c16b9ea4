import type { Meeting } from './calendar.ts'
import { inChinese } from './days.ts'
import type { Heading } from './headings.ts'
import type { Rng } from './prng.ts'
import type { Style } from './style.ts'

export type ChairFacts = { name: string; post: string; acting: boolean; onBehalfOf: string | null }
export type Opening = { text: string; chair: ChairFacts; place: string | null }

const PLACE = '市行政中心3号楼常务会议室'

const TRANSITIONS = [
  '会议议定以下意见：',
  '会议议定事项如下：',
  '现将会议议定事项纪要如下：',
  '现纪要如下：',
  '会议研究决定以下事项：',
]
export const transition = (meeting: Meeting) => TRANSITIONS[meeting.index % TRANSITIONS.length] ?? ''

type Agenda = Heading['agenda']

/** Documents stand side by side, matters behind 、; the last with 和. */
const chain = (objects: readonly string[]): string =>
  objects.reduce((out, object, at) => {
    if (at === 0) return object
    const last = at === objects.length - 1
    if (last) return `${out}和${object}`
    return out.endsWith('》') && object.startsWith('《') ? out + object : `${out}、${object}`
  }, '')

const MERGED: ReadonlySet<string> = new Set(['研究', '讨论', '审定'])

/** One clause a verb; 研究 and 讨论 of documents are told as 审议 in most agenda sentences. `past` adds 了. */
export const agendaText = (agenda: Agenda, past: boolean, rng: Rng): string => {
  const merge = rng.chance(0.7)
  const told = agenda.map(({ verb, object }) => ({
    verb: merge && MERGED.has(verb) && object.startsWith('《') ? '审议' : verb,
    object,
  }))
  const verbs = [...new Set(told.map(({ verb }) => verb))]
  const order = rng.chance(0.5) ? verbs : rng.shuffle(verbs)
  return order
    .map(
      (verb) =>
        `${verb}${past ? '了' : ''}${chain(told.filter((one) => one.verb === verb).map(({ object }) => object))}`,
    )
    .join('，')
}

type Input = {
  meeting: Meeting
  style: Style
  mayor: string
  mayorPost: string
  chair: string
  agenda: Agenda
  rng: Rng
}

const meetingName = ({ meeting, style }: Input) =>
  `市政府第${meeting.ordinal}次常务${style.extended ? '（扩大）' : ''}会议`

const facts = (input: Input, post: string): ChairFacts => ({
  name: input.chair,
  post,
  acting: post.includes('代市长'),
  onBehalfOf: input.chair === input.mayor ? null : input.mayor,
})

/** The sentence that says when, who and what. */
export const opening = (input: Input): Opening => {
  const { meeting, style, mayor, mayorPost, chair, agenda, rng } = input
  const when = `${inChinese(meeting.date)}${meeting.session}`
  const what = agendaText(agenda, false, rng)
  const name = meetingName(input)
  if (chair !== mayor) {
    const post = '市委常委、常务副市长'
    return {
      text: `${when}，受${mayorPost}${mayor}同志委托，${post}${chair}主持召开${name}，${what}。`,
      chair: facts(input, post),
      place: null,
    }
  }
  const full = `市委副书记、${mayorPost}`
  if (style.opening === 0)
    return {
      text: `${when}，${chair}${mayorPost}主持召开${name}，${what}。`,
      chair: facts(input, mayorPost),
      place: null,
    }
  if (style.opening === 1)
    return { text: `${when}，${full}${chair}主持召开${name}，${what}。`, chair: facts(input, full), place: null }
  if (style.opening === 2)
    return {
      text: `${when}，${mayorPost}${chair}在${PLACE}主持召开${name}，${what}。`,
      chair: facts(input, mayorPost),
      place: PLACE,
    }
  return {
    text: `${when}，${name}在${PLACE}召开。会议由${mayorPost}${chair}主持，${what}。`,
    chair: facts(input, mayorPost),
    place: PLACE,
  }
}

/** The lines of a document that tells time and place as a form does; the agenda comes behind the rolls. */
export const formOpening = (input: Input): Opening & { before: string[] } => {
  const { meeting, mayorPost, chair, agenda, rng } = input
  return {
    before: [`时间：${inChinese(meeting.date)}${meeting.session}`, `地点：${PLACE}`, `主持：${mayorPost} ${chair}`],
    text: `会议${agendaText(agenda, true, rng)}。`,
    chair: facts(input, mayorPost),
    place: PLACE,
  }
}
