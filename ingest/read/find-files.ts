import { stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { FORMAT_OF_ENDING } from './formats.ts'
import { type Refusal, unreadable } from './read-file.ts'

export type Found = { is: 'file'; path: string } | Refusal

const ENDINGS = Object.keys(FORMAT_OF_ENDING)

/** Sorted by code units, so that every machine reads them in the same order. */
const matching = async (
  pattern: string,
  options: { cwd?: string; absolute?: boolean; caseSensitiveMatch: boolean },
): Promise<string[]> => (await glob([pattern], { ...options, expandDirectories: false })).sort()

const inFolder = async (folder: string): Promise<Found[]> => {
  const paths = await matching(`**/*.{${ENDINGS.join(',')}}`, { cwd: folder, caseSensitiveMatch: false })
  if (paths.length === 0)
    return [{ is: 'refused', file: folder, reason: `the folder holds no file that ends in .${ENDINGS.join(', .')}` }]
  return paths.map((path) => ({ is: 'file', path: join(folder, path) }))
}

const inPattern = async (pattern: string): Promise<Found[]> => {
  const paths = await matching(pattern, { caseSensitiveMatch: true, absolute: isAbsolute(pattern) })
  if (paths.length === 0) return [{ is: 'refused', file: pattern, reason: 'no file matches' }]
  return paths.map((path) => ({ is: 'file', path }))
}

/** A name is first taken as it is: a file may well have brackets in its name. */
const atPath = async (path: string): Promise<Found[]> => {
  try {
    return (await stat(path)).isDirectory() ? await inFolder(path) : [{ is: 'file', path }]
  } catch (error) {
    const refusal = unreadable(path, error)
    return refusal.reason.startsWith('no such file') && isDynamicPattern(path) ? inPattern(path) : [refusal]
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
