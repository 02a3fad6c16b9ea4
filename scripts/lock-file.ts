/**
 * A registry mirror may not carry the packages of other platforms. npm then leaves them out of the lock file without a word,
 * and `npm ci` refuses that file on every machine. This writes the missing entries: name and version are what the package that
 * wants them says, the platform is what its name says; without a checksum, since nobody here has seen the file.
 *
 * `npm run lock` after every change of a dependency; `npm run check` fails while an entry is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const Entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const LockFile = z.looseObject({ packages: z.record(z.string(), Entry) })
type LockFile = z.infer<typeof LockFile>

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const LIBRARIES: Record<string, string> = { gnu: 'glibc', musl: 'musl', gnueabihf: 'glibc', musleabihf: 'musl' }

/** `@oxlint/binding-linux-arm64-musl` → linux, arm64, musl. */
const platformOf = (name: string) => {
  const parts = name.slice(name.lastIndexOf('/') + 1).split('-')
  const one = (known: readonly string[]) => parts.filter((part) => known.includes(part))
  const libc = parts.flatMap((part) => LIBRARIES[part] ?? [])
  return { os: one(SYSTEMS), cpu: one(PROCESSORS), ...(libc.length ? { libc } : {}) }
}

/** Where npm looks for a package that `path` wants, nearest first. */
const places = (path: string, name: string): string[] => {
  const above: string[] = []
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    above.push(`${at ? `${at}/` : ''}node_modules/${name}`)
    if (at === '') return above
  }
}

type Missing = { place: string; name: string; version: string; dev: boolean }

export const missingEntries = ({ packages }: LockFile): Missing[] =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !places(path, name).some((place) => place in packages))
      .map(([name, version]) => ({ place: `node_modules/${name}`, name, version, dev })),
  )

const complete = (lock: LockFile): LockFile => {
  const packages = { ...lock.packages }
  for (const { place, name, version, dev } of missingEntries(lock)) {
    if (!/^\d+\.\d+\.\d+/u.test(version)) throw new Error(`${name} is wanted as ${version}: expected one version`)
    packages[place] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

export const readLock = (path: string): LockFile => LockFile.parse(JSON.parse(readFileSync(path, 'utf8')))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = readLock(path)
  const missing = missingEntries(lock)
  writeFileSync(path, `${JSON.stringify(complete(lock), null, 2)}\n`)
  console.log(`${missing.length} entries written`)
}
