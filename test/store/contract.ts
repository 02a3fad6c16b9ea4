import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../store/port.ts'
import { aMeeting, changeOf, LAN } from './builders.ts'
import { amongContract } from './contract/among.ts'
import { commitContract } from './contract/commit.ts'
import { curationContract } from './contract/curation.ts'
import { documentsContract } from './contract/documents.ts'
import type { Given } from './contract/given.ts'
import { incidenceContract } from './contract/incidence.ts'
import { jurisdictionsContract } from './contract/jurisdictions.ts'
import { meetingGraphContract } from './contract/meeting-graph.ts'
import { meetingsContract } from './contract/meetings.ts'
import { neighboursContract } from './contract/neighbours.ts'
import { nodesContract } from './contract/nodes.ts'
import { partPrintsContract } from './contract/part-prints.ts'
import { pathContract } from './contract/path.ts'
import { policyEventsContract } from './contract/policy-events.ts'
import { searchContract } from './contract/search.ts'

type Part = (given: Given) => void

const contract = (title: string, open: () => Promise<Store>, parts: readonly Part[]): void => {
  describe(title, () => {
    let opened: Store | undefined
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened?.close())
    const given: Given = {
      get store() {
        if (!opened) throw new Error('a store is opened before each test')
        return opened
      },
      stored: async (jurisdiction = LAN) => {
        const sample = aMeeting(jurisdiction)
        await given.store.commit(changeOf(jurisdiction, null, 'one', sample))
        return sample
      },
    }
    for (const part of parts) part(given)
  })
}

const WRITING = [documentsContract, commitContract, curationContract]
const READING = [
  jurisdictionsContract,
  meetingsContract,
  nodesContract,
  meetingGraphContract,
  searchContract,
  incidenceContract,
  neighboursContract,
  partPrintsContract,
  amongContract,
  pathContract,
  policyEventsContract,
]

/** What every back end owes. `open` gives a store with nothing in it. */
export const storeContract = (name: string, open: () => Promise<Store>): void =>
  contract(`${name} keeps the contract of the port:`, open, [...READING, ...WRITING])

/** The part of it that is about writing, for a second way in which a back end does so. */
export const writingContract = (name: string, open: () => Promise<Store>): void =>
  contract(`${name} keeps the contract of writing:`, open, WRITING)
