/** What the first view loads of its own: the script files that its HTML names, and what came over the wire when it was opened. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { idle } from '../../test/browser/idle.ts'

const BUILT = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** Bytes after gzip of every script that the HTML of the first view names. */
const ofFiles = (): number => {
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8')
  const names = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '')
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, name))).length, 0)
}

export type FirstView = { files: number; wire: number; requests: number }

/** Bytes; `wire` with the headers of the replies, as the browser counts it. */
export const firstView = async (browser: Browser, address: string): Promise<FirstView> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const scripts = new Set<string>()
  let wire = 0
  cdp.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) wire += encodedDataLength
  })
  await cdp.send('Network.enable')
  await page.goto(address)
  await idle(page)
  await context.close()
  return { files: ofFiles(), wire, requests: scripts.size }
}
