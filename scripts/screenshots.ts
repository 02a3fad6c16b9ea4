/**
 * `npm run screenshots [-- FILTER]`: every page of the sample city, desktop and phone, light and dark, Chinese and English, into
 * the ignored folder `screenshots/`. FILTER keeps the names that contain it: `npm run screenshots -- meeting.zh`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openChromium } from '../test/browser/chromium.ts'
import { idle } from '../test/browser/idle.ts'
import { type RunningServer, startServer } from '../test/browser/running-server.ts'

const OUT = fileURLToPath(new URL('../screenshots', import.meta.url))
const CITY = '澜州市'

type Shot = { name: string; path: string; phone: boolean; language: 'zh' | 'en'; theme: 'light' | 'dark' }

const pagesOf = async ({ address }: RunningServer): Promise<[string, string][]> => {
  const reply = await fetch(`${address}/api/meetings?jurisdiction=${encodeURIComponent(CITY)}&limit=30`)
  // Our own API, held to its contract by the server.
  const { rows } = (await reply.json()) as { rows: { id: string; jurisdiction: string }[] }
  const meeting = rows.at(-1)?.id
  if (meeting === undefined) throw new Error(`the store holds no meeting of ${CITY}`)
  return [
    ['overview', '/'],
    ['co-occurrence', `/co-occurrence?in=${encodeURIComponent(CITY)}`],
    ['attendance', '/attendance'],
    ['attendance-bodies', '/attendance?who=body'],
    ['attendance-person', `/attendance?one=${encodeURIComponent(`${CITY}/person/吕宗翔@澜州高新区`)}`],
    ['person', `/nodes/${encodeURIComponent(`${CITY}/person/李静@市残联`)}`],
    ['people', '/people'],
    ['departments', '/departments'],
    ['meetings', `/meetings?in=${encodeURIComponent(CITY)}`],
    ['meeting', `/meetings/${encodeURIComponent(meeting)}?item=2`],
    ['meeting-agenda', `/meetings/${encodeURIComponent(meeting)}?tab=agenda`],
    ['meeting-roll', `/meetings/${encodeURIComponent(meeting)}?tab=roll`],
    ['node', `/nodes/${encodeURIComponent(`${CITY}/department/市住建局`)}`],
    ['policies', `/policies?in=${encodeURIComponent(CITY)}`],
    ['vanished', `/vanished?in=${encodeURIComponent(CITY)}`],
    ['trace', `/policies/${encodeURIComponent(`${CITY}/policy/城市更新实施办法`)}`],
    ['explore', `/explore?node=${encodeURIComponent(`${CITY}/department/市住建局`)}`],
    ['explore-start', '/explore'],
    ['review', `/review?in=${encodeURIComponent(CITY)}`],
    ['review-log', `/review?part=log`],
    ['method', '/method'],
    ['gone', '/meetings/nothing'],
  ]
}

const shots = (pages: readonly [string, string][]): Shot[] =>
  pages.flatMap(([page, path]) =>
    (['zh', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        [false, true].map((phone) => ({
          name: [page, language, theme, ...(phone ? ['phone'] : [])].join('.'),
          path,
          phone,
          language,
          theme,
        })),
      ),
    ),
  )

const take = async (browser: Browser, address: string, { name, path, phone, language, theme }: Shot): Promise<void> => {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  // Scripts for the page are text: this file knows no DOM.
  await context.addInitScript({ content: `localStorage.setItem('jiyao-language', '${language}')` })
  const page = await context.newPage()
  await page.goto(address + path)
  await idle(page)
  await page.screenshot({ path: join(OUT, `${name}.png`) })
  await context.close()
}

mkdirSync(OUT, { recursive: true })
const server = await startServer()
const browser = await openChromium()
try {
  const wanted = shots(await pagesOf(server)).filter(({ name }) => name.includes(process.argv[2] ?? ''))
  for (const shot of wanted) await take(browser, server.address, shot)
  console.log(`${wanted.length} pictures in screenshots/`)
} finally {
  await browser.close()
  await server.stop()
}
