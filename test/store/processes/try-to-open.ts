/** Opens `FILE` and prints why it cannot. */
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'

const [file = ''] = process.argv.slice(2)
await openSqlite({ file, readers: 0 }).then(
  (store) => store.close().then(() => console.log('opened')),
  (error: Error) => console.log(`${error.name}: ${error.message}`),
)
