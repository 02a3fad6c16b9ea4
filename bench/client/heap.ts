import type { Browser, CDPSession, Page } from 'playwright-core'
import { idle } from '../../test/browser/idle.ts'

const FEW = 5
/** For what comes after the words: a drawing. What a page asks for is known after the first visit. Milliseconds. */
const PAUSE = 220

const heapOf = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
}

/** Within the running page, as a click on a link does. */
const go = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`)
  // A locator, since a handle to an element would keep the page that it was found in.
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(PAUSE)
}

export type Heap = { few: number; many: number }

/** Bytes held after five visits to a view and after `visits`, each from the page on method, which is the smallest. */
export const heapAfterVisits = async (
  browser: Browser,
  address: string,
  path: string,
  rest: string,
  visits: number,
): Promise<Heap> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.goto(address + rest)
  await idle(page)
  let few = 0
  for (let visit = 1; visit <= visits; visit++) {
    await go(page, path)
    await go(page, rest)
    if (visit === FEW) few = await heapOf(cdp)
  }
  const many = await heapOf(cdp)
  await context.close()
  return { few, many }
}
