import type { JurisdictionId } from '../model/graph.ts'
import { forEverybody } from '../store/asking.ts'
import type { JurisdictionSummary } from '../store/port.ts'

/**
 * What is made of a jurisdiction, made once for as long as its data version stands, and kept for the `size` jurisdictions that
 * were asked last. Who asks while it is being made waits for the same; what fails is made anew for the next one who asks.
 */
export const keptByVersion = <Made>(
  size: number,
  make: (summary: JurisdictionSummary) => Promise<Made>,
): ((summary: JurisdictionSummary) => Promise<Made>) => {
  const kept = new Map<JurisdictionId, { hash: string; made: Promise<Made> }>()
  return (summary) => {
    const { id, version } = summary
    const known = kept.get(id)
    kept.delete(id)
    const entry = known?.hash === version.hash ? known : { hash: version.hash, made: forEverybody(() => make(summary)) }
    kept.set(id, entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= size) break
      kept.delete(oldest)
    }
    entry.made.catch(() => {
      if (kept.get(id) === entry) kept.delete(id)
    })
    return entry.made
  }
}
