import { createHash } from 'node:crypto'
import type { CurationEvent } from '../../model/curation.ts'

const MOST = 9999
const WIDTH = String(MOST).length

const parts = (id: string): { moment: string; count: number } => {
  const moment = id.slice(0, id.indexOf('Z') + 1)
  return { moment, count: Number(id.slice(moment.length + 1, moment.length + 1 + WIDTH)) }
}

const next = ({ moment, count }: ReturnType<typeof parts>): ReturnType<typeof parts> =>
  count < MOST ? { moment, count: count + 1 } : { moment: new Date(Date.parse(moment) + 1).toISOString(), count: 0 }

/** An id behind those of all `events` (sorted), also when the clock has gone back or stands still. */
export const nextEventId = (
  { by, at, action }: Pick<CurationEvent, 'by' | 'at' | 'action'>,
  events: readonly CurationEvent[],
): string => {
  const last = events.at(-1)
  const known = last && parts(last.id)
  const { moment, count } = known && known.moment >= at ? next(known) : { moment: at, count: 0 }
  const digits = createHash('sha256')
    .update(JSON.stringify([by, at, action]))
    .digest('hex')
    .slice(0, 6)
  return `${moment}-${String(count).padStart(WIDTH, '0')}-${digits}`
}
