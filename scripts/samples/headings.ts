import type { Verb } from './gold.ts'
import type { Rng } from './prng.ts'
import type { Mode } from './topic.ts'

/** A heading, and the same thing as it stands in the agenda sentence under its verb. */
export type Heading = { text: string; verbs: Verb[]; agenda: { verb: string; object: string }[] }

const REVIEWS = ['审议', '审议', '审议', '审议', '审议', '审议', '审议', '审议', '研究', '讨论', '审定']
const CONVEYS = ['传达', '传达学习', '学习']

const one = (verb: string, code: Verb, object: string): Heading => ({
  text: `${verb}${object}`,
  verbs: [code],
  agenda: [{ verb, object }],
})

/** A matter under 听取 is a report: 听取…情况的汇报. */
const report = (matter: string) => `${matter}的汇报`

export const makeHeading = (mode: Mode, subject: string, rng: Rng): Heading => {
  if (mode === 'approve') return one(rng.pick(REVIEWS), 'review', subject)
  if (mode === 'defer' || mode === 'refuse' || mode === 'reject')
    return one(rng.pick(['审议', '审议', '研究']), 'review', subject)
  if (mode === 'repeal') return one('审议废止', 'repeal', subject)
  if (mode === 'agree-report' || mode === 'hear') return one('听取', 'hear', report(subject))
  if (mode === 'notify') return one('通报', 'report', subject)
  if (mode === 'arrange') return one(rng.pick(['部署', '安排']), 'arrange', subject)
  if (mode === 'study') return one('研究', 'review', subject)
  if (mode === 'law') return one('学习', 'convey', subject)
  return one(rng.pick(CONVEYS), 'convey', subject)
}

/** 传达…精神，审议《…》: one item with both verbs. */
export const joinHeadings = (first: Heading, second: Heading): Heading => ({
  text: `${first.text}，${second.text}`,
  verbs: [...new Set([...first.verbs, ...second.verbs])],
  agenda: [...first.agenda, ...second.agenda],
})
