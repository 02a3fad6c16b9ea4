import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startServer } from '../../bench/serve-process.ts'
import { createRng } from '../../scripts/samples/prng.ts'
import { killServer } from './kill-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-kill-server-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run bench:faults` does it many times over, and does the same to `ingest` and Neo4j. */
test('a server that is killed in mid-upload has all that it had acknowledged, and of the upload all or nothing', async () => {
  const tally = await killServer(() => startServer({ DATA_DIR: folder }), 3, createRng('short'))
  expect(tally).toMatchObject({ rounds: 3, lost: 0, torn: 0, wrong: 0 })
  expect(tally.acknowledged).toBeGreaterThanOrEqual(3)
}, 240_000)
