import type { Meeting } from './calendar.ts'
import type { CityContext } from './context.ts'
import { yearOf } from './days.ts'
import type { ItemDraft } from './item.ts'
import type { Rng } from './prng.ts'

const nextNumber = (series: string, year: number, city: CityContext, rng: Rng): number => {
  const key = `${series}${year}`
  const number = (city.numbers.get(key) ?? 2) + rng.int(1, 4)
  city.numbers.set(key, number)
  return number
}

/** A document that goes out in the government's or its office's name gets a number, under which later items cite it. */
export const numberIssued = (item: ItemDraft, meeting: Meeting, city: CityContext, rng: Rng) => {
  const [decision] = item.gold.decisions
  const [policy] = item.policies
  if (item.topic.story || item.policies.length !== 1 || !decision?.issuedAs || decision.next !== 'issue' || !policy)
    return
  const kind = { 市政府: /办法|规定|细则/u.test(policy.title) ? '规' : '发', 市政府办公室: '办发' }[decision.issuedAs]
  if (!kind) return
  const series = `${city.place.code}${kind}`
  const year = yearOf(meeting.issuedOn)
  const docNumber = `${series}〔${year}〕${nextNumber(series, year, city, rng)}号`
  const title = policy.stage ? policy.title.replace(`（${policy.stage}）`, '') : policy.title
  city.issued.push({
    policy: policy.policy,
    title,
    docNumber,
    domain: item.topic.domain,
    lead: item.topic.seeds[0]?.lead ?? '',
    meeting: meeting.index,
  })
}
