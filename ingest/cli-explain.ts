import type { World } from './command.ts'
import { explain } from './explain/explain.ts'
import { colours, type Paint, plain } from './explain/paint.ts'
import type { Minutes } from './read-minutes.ts'

/** Colours for a terminal that bears them, unless `NO_COLOR` is set to anything (https://no-color.org). */
export const paintFor = ({ env, stdout }: Pick<World, 'env' | 'stdout'>): Paint =>
  stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? colours : plain

/** What was read in one document, for a person. */
export const explanation = ({ path, repaired, record, page }: Minutes, paint: Paint): string =>
  explain({ path, text: repaired.text, record, ...(page && { page }) }, paint)
