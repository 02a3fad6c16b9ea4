import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** Where systems and version managers put Java, a folder for each. */
const SHELVES: readonly (readonly [folder: string, home: string])[] = [
  ['/usr/lib/jvm', ''],
  ['/usr/java', ''],
  ['/opt', ''],
  ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
  [join(homedir(), '.sdkman/candidates/java'), ''],
  [join(homedir(), '.jdks'), ''],
]

const programs = (env: Readonly<Record<string, string | undefined>>): string[] => {
  const homes = SHELVES.flatMap(([folder, home]) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, home)) : [],
  )
  const folders = [
    ...(env['JAVA_HOME'] ? [join(env['JAVA_HOME'], 'bin')] : []),
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...homes.map((home) => join(home, 'bin')),
  ]
  const found = folders.map((folder) => join(folder, 'java')).filter((file) => existsSync(file))
  return [...new Set(found.map((file) => realpathSync(file)))]
}

/** Of `openjdk version "25.0.1" …`; 0 for what cannot be run. */
const versionOf = (java: string): number => {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/u.exec(stderr ?? '')?.[1] ?? 0)
}

/**
 * The first development kit (a Java that also compiles) of that version or later: that of `JAVA_HOME`, on the `PATH`, or where systems
 * and version managers put one. `null` when there is none.
 */
export const findJdk = (atLeast: number, env: Readonly<Record<string, string | undefined>>): string | null =>
  programs(env).find((java) => existsSync(join(dirname(java), 'javac')) && versionOf(java) >= atLeast) ?? null
