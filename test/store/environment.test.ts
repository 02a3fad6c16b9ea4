import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { BadEnvironment } from '../../store/environment.ts'

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message
    throw error
  }
  throw new Error('the environment was taken')
}

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info', store: { kind: 'sqlite' } })
  })

  test('takes a variable that is set to nothing as not set, and leaves all others alone', () => {
    expect(readConfig({ PORT: '', HOME: '/root', LOG_LEVEL: 'debug' })).toMatchObject({ port: 3000, logLevel: 'debug' })
  })

  test.each([
    [{ PORT: 'abc' }, 'PORT=abc: expected a port, 0 to 65535 (0 takes a free one)'],
    [{ PORT: '70000' }, 'PORT=70000: expected a port, 0 to 65535 (0 takes a free one)'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud: expected one of fatal, error, warn, info, debug, trace, silent'],
  ])('names the variable, the value and what is allowed: %o', (env, message) => expect(refusal(env)).toBe(message))

  test('names every variable that is wrong, at once', () => {
    expect(refusal({ PORT: 'abc', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2)
  })

  test('never shows a password', () => {
    const message = refusal({ NEO4J_URI: 'bolt://neo4j:geheim@host', NEO4J_PASSWORD: 'geheim' })
    expect(message).toContain('NEO4J_URI=bolt://(not shown)@host')
    expect(message).not.toContain('geheim')
  })
})
