/** Kills the server itself in mid-upload, again and again, and counts what it had acknowledged and what is there. */
import type { Rng } from '../../scripts/samples/prng.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'

export type Served = { base: string; token: string; kill(): Promise<void> }

export type KillTally = {
  rounds: number
  /** Uploads whose last line said that they are written; uploads that were cut off by the kill. */
  acknowledged: number
  cut: number
  /** Documents that were acknowledged and are not there. */
  lost: number
  /** Of uploads that were cut off: found in part, which must never be. */
  torn: number
  /** Reads that were answered with anything but 200 while the server lived. */
  wrong: number
  /** From the start of the process to its first answer, in milliseconds. */
  recovery: number[]
}

const PLACE = '澜州市'
const FILES = 4

/** Names of the documents that belong to one upload. */
const namesOf = (upload: number): string[] => Array.from({ length: FILES }, (_, at) => `u${upload}-${at}.txt`)

const formOf = (upload: number): FormData => {
  const form = new FormData()
  for (const [at, name] of namesOf(upload).entries()) {
    const ordinal = upload * FILES + at + 1
    const date: [number, number, number] = [2010 + (upload % 14), 1 + (at % 12), 1 + (upload % 28)]
    form.append('file', new Blob([smallMinutes({ ordinal, date, title: `澜州市第${ordinal}号管理办法` })]), name)
  }
  return form
}

/** True when the server has said that all of it is written. */
const send = async ({ base, token }: Served, upload: number): Promise<boolean> => {
  try {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${base}/documents`, { method: 'POST', headers, body: formOf(upload) })
    const last = (await response.text()).trimEnd().split('\n').at(-1) ?? ''
    return response.ok && last.includes('"is":"report"') && last.includes(`"read":${FILES}`)
  } catch (error) {
    // The connection was cut by the kill.
    if (error instanceof TypeError || error instanceof SyntaxError) return false
    throw error
  }
}

const stored = async ({ base }: Served): Promise<Set<string>> => {
  const names = new Set<string>()
  const of = `jurisdiction=${encodeURIComponent(PLACE)}`
  for (let cursor: string | null = '0'; cursor !== null; ) {
    const response = await fetch(`${base}/meetings?${of}&limit=200&cursor=${cursor}`)
    if (response.status === 404) return names
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
    // As the contract of the list says.
    const page = (await response.json()) as { next: string | null; rows: { documents: string[] }[] }
    for (const id of page.rows.flatMap(({ documents }) => documents)) names.add(`${/([^/~]+)~/u.exec(id)?.[1]}.txt`)
    cursor = page.next
  }
  return names
}

/** Reads in a loop until told to stop; what is refused while the server lives is counted. */
const reader = (served: Served, tally: KillTally, over: AbortSignal): Promise<void> => {
  const loop = async () => {
    while (!over.aborted)
      try {
        const { status } = await fetch(`${served.base}/jurisdictions`)
        if (status !== 200 && !over.aborted) tally.wrong++
      } catch (error) {
        if (!over.aborted) throw error
      }
  }
  return loop()
}

/**
 * `start` starts the server over the same store each time, which is empty at first. It is killed at a moment of `rng` within the
 * time that an upload takes.
 */
export const killServer = async (start: () => Promise<Served>, rounds: number, rng: Rng): Promise<KillTally> => {
  const tally: KillTally = { rounds: 0, acknowledged: 0, cut: 0, lost: 0, torn: 0, wrong: 0, recovery: [] }
  const acknowledged = new Set<number>()
  let upload = 0
  let usual = 0
  for (; tally.rounds < rounds; tally.rounds++) {
    const begun = performance.now()
    const served = await start()
    const found = await stored(served)
    tally.recovery.push(performance.now() - begun)
    for (const one of acknowledged) tally.lost += namesOf(one).filter((name) => !found.has(name)).length
    for (let one = 0; one < upload; one++) {
      const there = namesOf(one).filter((name) => found.has(name)).length
      if (there !== 0 && there !== FILES) tally.torn++
    }
    const over = new AbortController()
    const reading = reader(served, tally, over.signal)
    // One that is let through, and says how long it takes; the kill falls into one of the next two.
    const since = performance.now()
    if (await send(served, upload)) acknowledged.add(upload)
    upload++
    usual = performance.now() - since
    const sending = (async () => {
      for (let more = 0; more < 2; more++) {
        const mine = upload++
        if (await send(served, mine)) acknowledged.add(mine)
        else tally.cut++
      }
    })()
    // The moment of the kill is the trial itself, not a wait for something.
    await new Promise((resolve) => setTimeout(resolve, rng.next() * usual * 2))
    over.abort()
    await served.kill()
    await Promise.all([sending, reading])
  }
  tally.acknowledged = acknowledged.size
  const last = await start()
  const found = await stored(last)
  for (const one of acknowledged) tally.lost += namesOf(one).filter((name) => !found.has(name)).length
  await last.kill()
  return tally
}
