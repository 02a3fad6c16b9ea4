import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { type Gate, gateTo } from '../neo4j/gate.ts'
import { openChromium } from './chromium.ts'
import { idle } from './idle.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { DESKTOP } from './visit.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MEETING = `/meetings/${encodeURIComponent('澜州市/meeting/2022-01-14-常务会议-38')}`

describeWithBrowser('the page', () => {
  describeWithNeo4j('over Neo4j', () => {
    const neo4j = borrowNeo4j()
    let gate: Gate
    let browser: Browser
    const servers: RunningServer[] = []
    const start = async (env: Record<string, string> = {}): Promise<RunningServer> => {
      const server = await startServer([], env)
      servers.push(server)
      return server
    }
    const wordsAt = async (page: Page, { address }: RunningServer, path: string): Promise<string> => {
      await page.goto(address + path)
      await idle(page)
      return page.locator('main').innerText()
    }
    beforeAll(async () => {
      gate = await gateTo(() => neo4j.port)
      browser = await openChromium()
    })
    afterAll(async () => {
      await browser?.close()
      for (const server of servers) await server.stop()
      await gate?.shut()
    })

    test('says that the database is away, and shows on a second try the city that copy-store brought there, as from the file', async () => {
      const fromFile = await start()
      const copied = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'ingest/cli.ts', 'copy-store', '--to', neo4j.uri],
        {
          cwd: ROOT,
          env: { ...process.env, DATA_DIR: fromFile.dataDir, NEO4J_PASSWORD: neo4j.password },
          encoding: 'utf8',
        },
      )
      expect(copied.status, copied.stderr).toBe(0)
      const env = { NEO4J_URI: `bolt://127.0.0.1:${gate.port}`, NEO4J_PASSWORD: neo4j.password }
      const fromNeo4j = await start(env)
      const page = await browser.newPage({ viewport: DESKTOP, locale: 'zh-CN' })
      await page.goto(fromNeo4j.address)
      const notice = page.getByRole('alert').filter({ hasText: '数据库' }).first()
      await notice.waitFor()
      await gate.open()
      await notice.getByRole('button').click()
      await notice.waitFor({ state: 'detached' })
      await page.locator('main', { hasText: /36\s*次/ }).waitFor()
      for (const path of ['/', '/meetings', MEETING, `${MEETING}?item=1`])
        expect(await wordsAt(page, fromNeo4j, path)).toBe(await wordsAt(page, fromFile, path))
    }, 240_000)
  })
})
