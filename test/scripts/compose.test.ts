import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** With the example's settings, which are none, in place of a file `.env` that somebody may have. */
const config = (env: Record<string, string>) =>
  spawnSync('docker-compose', ['--env-file', '.env.example', 'config'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  })
const missing = config({}).error !== undefined
const why = missing ? ': no docker-compose found; install it' : ''

test.skipIf(missing)(`the compose file is valid, and asks for a password and a token${why}`, () => {
  const good = config({ NEO4J_PASSWORD: 'eight-or-more', WRITE_TOKEN: 'sixteen-or-more-signs' })
  expect(good.stderr).toBe('')
  expect(good.status).toBe(0)
  expect(good.stdout).toContain('NEO4J_AUTH: neo4j/eight-or-more')
  expect(good.stdout).toContain('condition: service_healthy')
  const open = config({ NEO4J_PASSWORD: 'eight-or-more' })
  expect(open.status).not.toBe(0)
  expect(open.stderr).toMatch(/give the server a token/)
  const bad = config({ WRITE_TOKEN: 'sixteen-or-more-signs' })
  expect(bad.status).not.toBe(0)
  expect(bad.stderr).toMatch(/give the database a password/)
})
