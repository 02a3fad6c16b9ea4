/** Writes version after version of one place into the store that the environment names, until it is killed. Says when it begins and ends each. */
import { openStore, readStoreConfig } from '../../../store/open-store.ts'
import { LAN } from '../builders.ts'
import { stateOf } from './states.ts'

const store = await openStore(readStoreConfig(process.env), { readers: 0 })
const { base } = await store.fingerprints(LAN.id)
for (let at = Number(process.argv[2] ?? 0); ; at++) {
  const { change } = stateOf(at)
  process.stdout.write(`writing ${at}\n`)
  await store.commit(at === Number(process.argv[2] ?? 0) ? { ...change, base } : change)
  process.stdout.write(`wrote ${at}\n`)
}
