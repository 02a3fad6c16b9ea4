import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'

type StateStore = Pick<Store, 'jurisdiction' | 'jurisdictions' | 'curation'>

const versions = async (store: StateStore, jurisdictions: readonly JurisdictionId[]): Promise<string | null> => {
  if (jurisdictions.length === 0)
    return (await store.jurisdictions()).map(({ id, version }) => `${version.hash} ${id}`).join('\n') || 'none'
  const found = await Promise.all(jurisdictions.map((id) => store.jurisdiction(id)))
  return found.includes(null) ? null : found.map((one) => one?.version.hash).join('\n')
}

/**
 * A text that is another whenever what a reply rests on is; `null` where a jurisdiction is unknown. No jurisdiction stands for all. What
 * people decided is more than the data version tells: an event and its undoing leave that as it was.
 */
export const stateOf = async (
  store: StateStore,
  jurisdictions: readonly JurisdictionId[],
  restsOn: 'data' | 'curation',
): Promise<string | null> => {
  const data = await versions(store, jurisdictions)
  if (data === null || restsOn === 'data') return data
  const events = await Promise.all(jurisdictions.map((id) => store.curation(id)))
  return `${data}\n${events.map((of) => `${of.length} ${of.at(-1)?.id ?? ''}`).join('\n')}`
}
