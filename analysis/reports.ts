import type { NodeId } from '../model/graph.ts'

/** A duty in the words of the minutes. */
export type DutyWords = {
  id: string
  at: number
  who: readonly NodeId[]
  /** The sentence that gives the duty. */
  words: string
}

/** An item that was heard or reported on; `at` is the place of its meeting in the series. */
export type Report = { item: NodeId; at: number; heading: string; bodies: ReadonlySet<NodeId> }

/** So many signs in a row tell one subject from another; names of bodies are shorter or stand apart. */
const RUN = 6
const HAN_RUN = /[\p{Script=Han}\d]+/gu

const runsIn = (text: string): string[] =>
  (text.replace(/\s/gu, '').match(HAN_RUN) ?? []).flatMap((part) =>
    Array.from({ length: Math.max(0, part.length - RUN + 1) }, (_, from) => part.slice(from, from + RUN)),
  )

/** Runs that more duties than this share are turns of phrase, not subjects. */
const COMMON = 4

const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => (name ? rest.replaceAll(name, '、') : rest), text.replace(/\s/gu, ''))

/**
 * Which items report on which duty: heard at a later meeting, naming a body of the duty, with a heading that shares a run of its words. `names` are
 * the printed forms of bodies, which are no subject. Items in order of `reports`.
 */
export const reportsOnDuties = (
  duties: readonly DutyWords[],
  reports: readonly Report[],
  names: readonly string[],
): Map<string, NodeId[]> => {
  const byRun = new Map<string, Report[]>()
  for (const report of reports)
    for (const run of new Set(runsIn(withoutNames(report.heading, names))))
      byRun.set(run, [...(byRun.get(run) ?? []), report])
  const runsOf = duties.map(({ words }) => [...new Set(runsIn(words))].filter((run) => byRun.has(run)))
  const subjects = new Map<string, Set<string>>()
  duties.forEach(({ words }, at) => {
    for (const run of runsOf[at] ?? []) subjects.set(run, (subjects.get(run) ?? new Set()).add(words))
  })
  return new Map(
    duties.map(({ id, at, who }, place) => {
      const found = new Set<NodeId>()
      for (const run of runsOf[place] ?? []) {
        if ((subjects.get(run)?.size ?? 0) > COMMON) continue
        for (const report of byRun.get(run) ?? [])
          if (report.at > at && who.some((body) => report.bodies.has(body))) found.add(report.item)
      }
      return [id, [...found]]
    }),
  )
}
