/** What every browser test begins with: the real server over the sample city, Chromium, and a page that has come to rest. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openChromium } from './chromium.ts'
import { idle } from './idle.ts'
import { type RunningServer, startServer } from './running-server.ts'

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export type Look = { language?: 'zh' | 'en'; theme?: 'light' | 'dark'; phone?: boolean }

export type Visit = {
  server: () => RunningServer
  /** A page in a browser of its own, which has kept nothing; every fault in its console fails the test. */
  open: (path: string, look?: Look) => Promise<Page>
}

/** Called in a `describe`, for all its tests. */
export const visitPages = (start: () => Promise<RunningServer> = startServer): Visit => {
  let server: RunningServer
  let browser: Browser
  const contexts: BrowserContext[] = []
  const closePages = async () => {
    for (const context of contexts.splice(0)) await context.close()
  }
  beforeAll(async () => {
    server = await start()
    browser = await openChromium()
  })
  afterEach(closePages)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const open = async (path: string, { language = 'zh', theme = 'light', phone = false }: Look = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: phone ? PHONE : DESKTOP,
      colorScheme: theme,
      reducedMotion: 'reduce',
      isMobile: phone,
      hasTouch: phone,
    })
    contexts.push(context)
    await context.addInitScript({ content: `localStorage.setItem('jiyao-language', '${language}')` })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(server.address + path)
    await idle(page)
    expect(faults).toEqual([])
    return page
  }
  return { server: () => server, open }
}

/** What axe finds against WCAG on the page as it stands: the rule and where. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' ')}`,
  )
}

export const widthOf = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth')
