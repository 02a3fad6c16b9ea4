/** What this machine has, and how a test says that it was skipped for want of it. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { findJdk } from '../scripts/neo4j/java.ts'
import { NEWEST_NEEDS } from '../scripts/neo4j/start.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const firstThatExists = (paths: readonly (string | undefined)[]): string | null =>
  paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null

/** Real documents and references that do not travel with the project. */
export const SHARED = firstThatExists([fromRoot('../shared/minutes')]) && fromRoot('../shared')

/** `CHROMIUM` first, then the system's. */
export const CHROMIUM = firstThatExists([
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
])

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** What a Neo4j server of our own needs; `null` when all of it is here. */
const NO_NEO4J = ['java', 'mvn'].filter((program) => !onPath(program)).join(' and ') || null

/** A skip that is no failure even where everything must run; `scripts/test.ts` looks for these words. */
const MAY = '[may be skipped]'

export const describeWithShared = (title: string, body: () => void): void => {
  if (SHARED) describe(title, body)
  else describe.skip(`${title} ${MAY}: the folder of real documents is not beside the project`, body)
}

export const describeWithBrowser = (title: string, body: () => void): void => {
  if (CHROMIUM) describe(title, body)
  else describe.skip(`${title}: no Chromium found; install it or name it in CHROMIUM`, body)
}

export const describeWithNeo4j = (title: string, body: () => void): void => {
  if (NO_NEO4J === null) describe(title, body)
  else describe.skip(`${title}: no ${NO_NEO4J} found; install Java 17 and Maven`, body)
}

/** For the newest line of Neo4j, which needs a newer Java than the floor. */
export const describeWithNewestNeo4j = (title: string, body: () => void): void => {
  if (onPath('mvn') && findJdk(NEWEST_NEEDS, process.env) !== null) describe(title, body)
  else describe.skip(`${title} ${MAY}: no JDK of version ${NEWEST_NEEDS} or later, or no Maven`, body)
}
