/** How a drawing of many nodes comes, and how it moves: the page's own canvas, with more nodes than the page lets it have. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { median } from './visit.ts'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export type Harness = { address: string; stop: () => void }

/** A page with nothing on it but the drawing, built as the real one is. */
export const startHarness = async (): Promise<Harness> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-canvas-'))
  const root = fileURLToPath(new URL('../canvas', import.meta.url))
  process.env['NODE_ENV'] = 'production'
  const config = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
  await build({ configFile: config, root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  const server = createServer(({ url = '/' }, reply) => {
    const path = normalize(new URL(url, 'http://localhost').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    try {
      const content = readFileSync(file)
      reply.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content)
    } catch {
      reply.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const stop = () => {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${port}`, stop }
}

/** When so many nodes were drawn, of which the small map beside the canvas shows each as a circle; the frames, and tasks that held the page up. */
const watch = (nodes: number): string => `
  window.drawnAt = 0
  window.longTasks = []
  window.frames = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  window.laidAt = 0
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given)
      window.begunAt = performance.now()
      this.addEventListener('message', () => (window.laidAt ||= performance.now()))
    }
  }
  const look = (now) => {
    if (document.querySelectorAll('svg circle').length >= ${nodes}) window.drawnAt = now
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.watchFrames = () => {
    let last = performance.now()
    const next = (now) => {
      window.frames.push(now - last)
      last = now
      window.watching = requestAnimationFrame(next)
    }
    window.watching = requestAnimationFrame(next)
  }`

const drawn = async (page: Page): Promise<number> => {
  for (;;) {
    const at = await page.evaluate<number>('window.drawnAt')
    if (at > 0) return at
    await page.waitForTimeout(50)
  }
}

const open = async (browser: Browser, url: string, nodes: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await context.addInitScript({ content: watch(nodes) })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

const STEPS = 90

/** Milliseconds between frames while a hand drags the drawing about. */
const pan = async (page: Page): Promise<number[]> => {
  // A spot without a node: the upper left corner.
  await page.mouse.move(30, 30)
  await page.mouse.down()
  await page.evaluate('window.frames = [], window.watchFrames()')
  for (let step = 1; step <= STEPS; step++)
    await page.mouse.move(30 + 3 * step, 30 + 40 * Math.sin(step / 8), { steps: 1 })
  await page.mouse.up()
  return page.evaluate<number[]>('cancelAnimationFrame(window.watching), window.frames')
}

export type Size = { nodes: number; edges: number }

export type Panned = { frame: number; worst: number }

/** Of a drawing whose places are known; milliseconds. `worst` is the frame that one in twenty exceeds. */
export const panned = async (browser: Browser, { address }: Harness, { nodes, edges }: Size): Promise<Panned> => {
  const page = await open(browser, `${address}/?nodes=${nodes}&edges=${edges}&placed`, nodes)
  await drawn(page)
  await page.waitForTimeout(500)
  const frames = await pan(page)
  await page.context().close()
  return { frame: median(frames), worst: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0 }
}

export type Came = { drawn: number; meanwhile: number; drawing: number }

/** From the page's own script to the first paint of the nodes; the longest task until the places were there, and after it; milliseconds. */
export const came = async (browser: Browser, { address }: Harness, { nodes, edges }: Size): Promise<Came> => {
  const page = await open(browser, `${address}/?nodes=${nodes}&edges=${edges}`, nodes)
  const at = await drawn(page)
  await page.waitForTimeout(300)
  const start = await page.evaluate<number>(
    `Math.max(...performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js') && !name.includes('worker')).map(({ responseEnd }) => responseEnd))`,
  )
  const longest = (which: string) =>
    page.evaluate<number>(
      `Math.max(0, ...window.longTasks.filter(({ startTime }) => ${which}).map(({ duration }) => duration))`,
    )
  const [meanwhile, drawing] = [
    await longest('startTime > window.begunAt && startTime < window.laidAt - 20'),
    await longest('startTime >= window.laidAt - 20'),
  ]
  await page.context().close()
  return { drawn: at - start, meanwhile, drawing }
}

/** From the last reply of the API to the first paint of nodes in the real page; milliseconds. */
export const paintedAfterReply = async (browser: Browser, url: string, nodes: number): Promise<number> => {
  const page = await open(browser, url, nodes)
  const at = await drawn(page)
  const replied = await page.evaluate<number>(
    `Math.max(0, ...performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.includes('/api/') && responseEnd < ${at}).map(({ responseEnd }) => responseEnd))`,
  )
  await page.context().close()
  return at - replied
}
