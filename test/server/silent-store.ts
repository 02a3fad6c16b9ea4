import type { Store } from '../../store/port.ts'

/** A store behind which something took the question and says nothing more; it counts what is asked. */
export const silentStore = (): { store: Store; asked: string[] } => {
  const asked: string[] = []
  const store = new Proxy({} as Store, {
    get: (_target, name) => {
      // A store is no promise, which `await` looks for by this name.
      if (name === 'then') return undefined
      if (name === 'close') return async () => undefined
      return () => {
        asked.push(String(name))
        return new Promise<never>(() => undefined)
      }
    },
    ownKeys: () => [],
  })
  return { store, asked }
}
