import type { CurationEvent } from '../model/curation.ts'
import type { WorkEntry } from '../model/work-list.ts'
import { UsageError } from './command.ts'
import type { Curated } from './curate.ts'
import { sortEvents } from './curation/holding.ts'
import { actionInWords, effectInWords, logOf, logText } from './curation/log-lines.ts'
import type { Conflict } from './curation/standing.ts'
import type { Projection } from './projection.ts'
import { counted } from './report.ts'
import { workListOf } from './work-list-of.ts'

const conflictText = ({ events }: Conflict): string =>
  [
    'in conflict, none of these is applied until the others are undone:',
    ...events.map(({ id, by, action }) => `  ${id}  ${by}: ${actionInWords(action)}`),
  ].join('\n')

/** What an action did, or (`written` is false) would do. */
export const curatedText = ({ event, effect, conflicts }: Curated, { written }: { written: boolean }): string => {
  const { nodes, edges } = effect
  const put = ({ appear, change }: { appear: { total: number }; change: { total: number } }) =>
    appear.total + change.total
  return [
    written ? `${event.id}  ${actionInWords(event.action)}` : `nothing is written: ${actionInWords(event.action)}`,
    `  ${effectInWords(effect)}`,
    `  ${counted(put(nodes), 'node')} and ${counted(put(edges), 'edge')} new or different, ${counted(nodes.vanish.total, 'node')} and ${counted(edges.vanish.total, 'edge')} gone`,
    ...conflicts.map(conflictText),
  ].join('\n')
}

type Asked = { json: boolean; limit?: string | undefined }
type Listing = (projection: Projection, events: readonly CurationEvent[], asked: Asked) => string

const log: Listing = (projection, events, { json }) => {
  const entries = logOf(sortEvents(events), projection)
  if (json) return JSON.stringify(entries, null, 2)
  return entries.length ? logText(entries) : 'nobody has corrected anything'
}

const conflicts: Listing = ({ conflicts: found }, _events, { json }) => {
  if (json) return JSON.stringify(found, null, 2)
  return found.length ? found.map(conflictText).join('\n') : 'no two corrections contradict each other'
}

const workText = ({ id, kind, about, nodes, quote, weight, settledBy }: WorkEntry): string =>
  [
    `${id}  ${about}`,
    ...(quote === null ? [] : [`  “${quote}”`]),
    ...(nodes.length ? [`  ${nodes.map((node) => node.id).join(', ')}`] : []),
    `  ${kind}, ${counted(weight, 'edge')}; settled by ${settledBy.join(', ')}`,
  ].join('\n')

const USUAL_LIMIT = 50

const limitOf = ({ limit }: Asked): number => {
  if (limit === undefined) return USUAL_LIMIT
  if (!/^[1-9]\d{0,8}$/u.test(limit)) throw new UsageError(`--limit ${limit}: expected a number from 1`)
  return Number(limit)
}

const worklist: Listing = (projection, _events, asked) => {
  const rows = workListOf(projection)
  const shown = rows.slice(0, limitOf(asked))
  if (asked.json) return JSON.stringify({ total: rows.length, shown: shown.length, rows: shown }, null, 2)
  if (rows.length === 0) return 'nothing has to be looked at'
  const more = rows.length > shown.length ? [`${shown.length} of ${rows.length} shown; --limit shows more`] : []
  return [...shown.map(workText), ...more].join('\n')
}

/** By the name of the command. */
export const listings: Readonly<Record<string, Listing>> = { log, conflicts, worklist }
