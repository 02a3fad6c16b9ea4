import { BadLine } from '../../ingest/curation/event-lines.ts'
import { UnknownEvent } from '../../ingest/curation/holding.ts'
import { CurationRefused } from '../../ingest/curation/refuse-action.ts'
import { AppError } from '../errors.ts'

/** What curation refuses, as an answer to whoever asked; all other errors stay what they are. */
export const refused = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CurationRefused)
      throw new AppError(error.why === 'conflict' ? 'conflict' : 'refused', error.message, {
        events: error.events,
        reason: error.reason ?? undefined,
      })
    if (error instanceof BadLine || error instanceof UnknownEvent) throw new AppError('refused', error.message)
    throw error
  }
}
