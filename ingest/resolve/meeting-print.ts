import { hash } from 'node:crypto'
import type { MinutesRecord } from '../../model/record.ts'
import type { Identities } from './identities.ts'
import type { ItemisedMeeting } from './items.ts'
import { RESOLVER_VERSION } from './version.ts'

const idsIn = (record: MinutesRecord, key: string, { bodies, people, policies }: Identities): string[] => {
  const { roll, chair, recorders } = people.in(record)
  const ids = [...bodies.in(record), ...roll, ...(chair === null ? [] : [chair]), ...recorders]
  for (const { policies: considered, cites } of record.items)
    for (const { title } of [...considered, ...cites]) ids.push(policies.id(key, title))
  return ids
}

/** Documents that contradict each other are told with the names of bodies. */
const labelsIn = ({ sources }: ItemisedMeeting, { bodies }: Identities): (string | null)[] =>
  sources.length < 2
    ? []
    : sources.flatMap(({ record }) =>
        record.attendance.map(({ body }) => (body === null ? null : (bodies.find(body)?.label ?? null))),
      )

/**
 * The fingerprint of a meeting and of all that belongs to it, from what they are made of: where it is equal, they are, and need not be made.
 * Whatever `addMeeting` reads has to be in it.
 */
export const meetingPrint = (meeting: ItemisedMeeting, identities: Identities): string => {
  const accounts = meeting.sources.flatMap(({ document, record, print }) => [
    document,
    print ?? hash('sha256', JSON.stringify(record)),
    ...idsIn(record, meeting.key, identities),
  ])
  const labels = JSON.stringify(labelsIn(meeting, identities))
  return hash('sha256', [RESOLVER_VERSION, meeting.id, ...accounts, labels].join('\n'))
}
