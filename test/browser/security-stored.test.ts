import { spawnSync } from 'node:child_process'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { listen } from '../../server/listen.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { describeWithBrowser } from '../machine.ts'
import { CITY, fillHostile, IMAGE, SCRIPT } from '../server/hostile-city.ts'
import { openChromium } from './chromium.ts'
import { idle } from './idle.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `ran` is what every hostile text would call; a script that only the policy has stopped is one that came too far. */
const WATCH = `
  window.heard = []
  window.ran = (what) => window.heard.push(what)
  window.alert = window.ran
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    window.heard.push(violatedDirective + ' ' + blockedURI)
  })
`

describeWithBrowser('a hostile document in the page', () => {
  let store: Store
  let server: Server
  let address = ''
  let browser: Browser
  let page: Page
  const ids = new Map<string, string>()
  beforeAll(async () => {
    const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-client.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(built.status, built.stderr).toBe(0)
    store = await openSqlite({ file: ':memory:', readers: 0 })
    await fillHostile(store)
    for (const { id, kind } of await store.nodes([...(await store.fingerprints(CITY.id)).nodes.keys()]))
      ids.set(kind, id)
    const app = createApp({ store, log: pino({ level: 'silent' }), version: '0', page: join(ROOT, 'dist/client') })
    ;({ server, address } = await listen(app, { host: '127.0.0.1', port: 0 }))
    browser = await openChromium()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await page.addInitScript({ content: WATCH })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
    await store?.close()
  })

  /** What has run, and what stands in the page that a document put there as more than text. */
  const visit = async (path: string) => {
    await page.goto('about:blank')
    await page.goto(address + path)
    await idle(page)
    const links = await page.locator('a[href^="javascript:" i], img[src="x"], main script, [onerror]').count()
    const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])
    return { links, heard, text: await page.locator('body').innerText() }
  }
  const of = (kind: string): string => encodeURIComponent(ids.get(kind) ?? '')

  test('is shown as text on every page, and nothing of it runs', async () => {
    const paths = [
      '/',
      '/meetings',
      `/meetings/${of('meeting')}`,
      `/meetings/${of('meeting')}?item=1`,
      '/policies',
      `/policies/${of('policy')}`,
      '/attendance',
      '/co-occurrence',
      '/people',
      '/explore',
      ...['item', 'decision', 'policy', 'department', 'district', 'person'].map((kind) => `/nodes/${of(kind)}`),
    ]
    let shown = 0
    for (const path of paths) {
      const { links, heard, text } = await visit(path)
      expect({ path, links, heard }).toEqual({ path, links: 0, heard: [] })
      if (text.includes(SCRIPT) || text.includes(IMAGE)) shown++
    }
    expect(shown).toBeGreaterThan(8)
  }, 240_000)

  test('an address that is made up by somebody runs nothing either', async () => {
    const text = encodeURIComponent(`javascript:ran(1)//${SCRIPT}${IMAGE}`)
    const paths = [
      `/meetings/${text}`,
      `/nodes/${text}`,
      `/policies/${text}?edge=${text}`,
      `/co-occurrence?from=${text}&level=${text}&pair=${text}`,
      `/explore?ids=${text}&state=${text}#${text}`,
      `/meetings?q=${text}#token=${text}`,
    ]
    for (const path of paths) {
      const { links, heard } = await visit(path)
      expect({ path, links, heard }).toEqual({ path, links: 0, heard: [] })
    }
  }, 240_000)

  test('and the watch hears what does run', async () => {
    await page.goto('about:blank')
    await page.setContent(`${IMAGE}<a href="javascript:ran(3)">a</a>`)
    await page.locator('a').click()
    await page.waitForFunction(() => Reflect.get(globalThis, 'heard').length >= 2)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown[])).toEqual(
      expect.arrayContaining(['image', 3]),
    )
  })
})
