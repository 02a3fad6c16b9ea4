/** Builds the page into `dist/client`, unless it was built from these very sources before. `--force` builds always. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(ROOT, 'dist/client/.built-from')

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const fingerprint = (): string => {
  const files = [
    ...filesBelow('client'),
    ...filesBelow('model'),
    join(ROOT, 'vite.config.ts'),
    join(ROOT, 'package-lock.json'),
  ]
  const hash = createHash('sha256')
  for (const file of files.sort())
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const now = fingerprint()
const upToDate = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now
if (!upToDate || process.argv.includes('--force')) {
  console.log('Building the page …')
  // A test runner calls its own environment `test`, and Vite would then build the slow, talkative React of development.
  process.env['NODE_ENV'] = 'production'
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(STAMP, now)
}
