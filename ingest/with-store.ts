import { openStore, readStoreConfig } from '../store/open-store.ts'
import type { Store } from '../store/port.ts'
import type { World } from './command.ts'

/** Opens the store that the environment names for the time of `work`, without reading threads: nobody waits for an answer beside it. */
export const withStore = async <Result>(
  { env, stderr, stop }: World,
  work: (store: Store) => Promise<Result>,
): Promise<Result> => {
  const store = await openStore(readStoreConfig(env), {
    readers: 0,
    stop,
    tell: (message) => void stderr.write(`${message}\n`),
  })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
