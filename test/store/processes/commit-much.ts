/** Writes one large change: `FILE JURISDICTION NODES`. Says `opened` before and `committed` after. */
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { changeOf, departmentOf } from '../builders.ts'

const [file = '', id = '', count = '0'] = process.argv.slice(2)
const jurisdiction = { id, issuer: `${id}人民政府` }
const store = await openSqlite({ file, readers: 0 })
const { base } = await store.fingerprints(id)
const nodes = Array.from({ length: Number(count) }, (_, at) => departmentOf(jurisdiction, `市第${at}局`))
const change = changeOf(jurisdiction, null, 'much', { nodes })
process.stdout.write('opened\n')
await store.commit({ ...change, base })
process.stdout.write('committed\n')
await store.close()
