import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../store/port.ts'

const MARK = 'samples-offered'

/**
 * On the first start over an empty store the sample city is read in, once: who removes it does not get it back.
 * Returns whether it was. When `ingest` fails, the next start tries again.
 */
export const offerSamples = async (store: Store, folder: string, ingest: () => Promise<void>): Promise<boolean> => {
  const mark = join(folder, MARK)
  if (existsSync(mark)) return false
  const empty = (await store.documentHeads()).length === 0
  if (empty) await ingest()
  writeFileSync(mark, 'The sample city has been offered; delete this file to be offered it again by an empty store.\n')
  return empty
}
