import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'

/** The environment says something that cannot be; the message names each variable, its value and what is allowed. */
export class BadEnvironment extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BadEnvironment'
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

const SECRET = /PASSWORD|SECRET|TOKEN|KEY/i

/** A URL may carry a password as well. */
const shown = (name: string, value: string): string =>
  SECRET.test(name) ? `${name} (not shown)` : `${name}=${value.replace(/\/\/[^/@]*@/, '//(not shown)@')}`

/**
 * Reads the variables that `schema` names. One that is set to nothing counts as not set, as Compose files and shells leave it.
 * Throws `BadEnvironment`, with a line for each variable that is wrong.
 */
export const readEnvironment = <Schema extends z.ZodObject>(schema: Schema, env: Environment): z.output<Schema> => {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = env[name]?.trim()
    return value ? [[name, value] as const] : []
  })
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const values = new Map(given)
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return `${shown(name, values.get(name) ?? '')}: ${message}`
  })
  throw new BadEnvironment([...new Set(lines)].join('\n'))
}

/** The environment over what a file like `.env` sets, where there is one. */
export const withEnvFile = (env: Environment, file: string): Environment =>
  existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env
