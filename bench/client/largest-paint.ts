import type { Browser } from 'playwright-core'
import { idle } from '../../test/browser/idle.ts'

const WATCH = `
  window.painted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.painted = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })`

/** Milliseconds from the request to the largest contentful paint, of a browser that has been nowhere before. */
export const largestPaint = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript({ content: WATCH })
  const page = await context.newPage()
  await page.goto(url)
  await idle(page)
  const painted = await page.evaluate<number>('window.painted')
  await context.close()
  return painted
}
