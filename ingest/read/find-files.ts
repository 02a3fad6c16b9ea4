import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { FORMAT_OF_ENDING, REFUSED_ENDINGS } from './formats.ts'
import { type Refusal, unreadable } from './read-file.ts'

export type Found = { is: 'file'; path: string } | Refusal

const ENDINGS = Object.keys(FORMAT_OF_ENDING)

/** Sorted by code units, so that every machine reads them in the same order. */
const matching = async (
  pattern: string,
  options: { cwd?: string; absolute?: boolean; caseSensitiveMatch: boolean },
): Promise<string[]> => (await glob([pattern], { ...options, expandDirectories: false })).sort()

/** A link to nowhere has no other place, and is refused where it stands. */
const realPlace = (path: string): Promise<string> => realpath(path).catch(() => path)

/** Links may lead to a file by several ways, and in a circle by any number: the shortest stays. */
const eachOnce = async (folder: string, paths: readonly string[]): Promise<string[]> => {
  const places = await Promise.all(paths.map((path) => realPlace(join(folder, path))))
  const shortest = new Map<string, string>()
  for (const [at, path] of paths.entries()) {
    const place = places[at] ?? path
    const known = shortest.get(place)
    if (known === undefined || path.length < known.length) shortest.set(place, path)
  }
  return paths.filter((path, at) => shortest.get(places[at] ?? path) === path)
}

const inFolder = async (folder: string): Promise<Found[]> => {
  const paths = await matching(`**/*.{${[...ENDINGS, ...REFUSED_ENDINGS].join(',')}}`, {
    cwd: folder,
    caseSensitiveMatch: false,
  })
  if (paths.length === 0)
    return [
      {
        is: 'refused',
        file: folder,
        fault: 'missing',
        reason: `the folder holds no file that ends in .${ENDINGS.join(', .')}`,
      },
    ]
  return (await eachOnce(folder, paths)).map((path) => ({ is: 'file', path: join(folder, path) }))
}

const inPattern = async (pattern: string): Promise<Found[]> => {
  const paths = await matching(pattern, { caseSensitiveMatch: true, absolute: isAbsolute(pattern) })
  if (paths.length === 0) return [{ is: 'refused', file: pattern, fault: 'missing', reason: 'no file matches' }]
  return paths.map((path) => ({ is: 'file', path }))
}

/** A name is first taken as it is: a file may well have brackets in its name. */
const atPath = async (path: string): Promise<Found[]> => {
  try {
    return (await stat(path)).isDirectory() ? await inFolder(path) : [{ is: 'file', path }]
  } catch (error) {
    const refusal = unreadable(path, error)
    return refusal.fault === 'missing' && isDynamicPattern(path) ? inPattern(path) : [refusal]
  }
}

/** Files, folders with all below them, and patterns, in the order given; each file once. */
export const findFiles = async (paths: readonly string[]): Promise<Found[]> => {
  const seen = new Set<string>()
  const found: Found[] = []
  for (const path of paths)
    for (const one of await atPath(path)) {
      const place = one.is === 'file' ? resolve(one.path) : null
      if (place !== null && seen.has(place)) continue
      if (place !== null) seen.add(place)
      found.push(one)
    }
  return found
}
