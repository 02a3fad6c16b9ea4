import type { Page } from 'playwright-core'

const BUSY = '[aria-busy="true"], [class*="skeleton"]'
/** One answer may lead to the next question, a moment after it is shown. */
const LASTING = 5
const STEP = 40
const PATIENCE = 60_000

/** Until the page is there and nothing of it has been marked as busy for a fifth of a second: it marks all that it waits for. */
export const idle = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor({ state: 'attached' })
  const end = Date.now() + PATIENCE
  for (let calm = 0; calm < LASTING; calm++) {
    if (Date.now() > end) throw new Error(`${page.url()} is still busy after ${PATIENCE / 1000} s`)
    if ((await page.locator(BUSY).count()) > 0) calm = -1
    await page.waitForTimeout(STEP)
  }
}
