/**
 * `npm run bench:client [-- views | drawing | heap …]`: how fast the page is, in Chromium over the real server. Writes
 * bench/client.md, of which it leaves the parts standing that it was not asked for.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { writeCity } from '../scripts/samples/main.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { type RunningServer, startServer } from '../test/browser/running-server.ts'
import { came, paintedAfterReply, panned, startHarness } from './client/drawing.ts'
import { firstView } from './client/first-view.ts'
import { heapAfterVisits } from './client/heap.ts'
import { largestPaint } from './client/largest-paint.ts'
import { median, pagesOf } from './client/visit.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const OUT = fileURLToPath(new URL('client.md', import.meta.url))
const SMALL = '澜州市'
const LARGE = '岚川市'
const LARGE_MEETINGS = 160
const ROUNDS = 5
const VISITS = 50

const PARTS = ['views', 'drawing', 'heap'] as const
type Part = (typeof PARTS)[number]
type Ground = { browser: Browser; server: RunningServer }

const ms = (value: number): string => Math.round(value).toLocaleString('en')
const kB = (bytes: number): string => (bytes / 1000).toFixed(0)
const kept = (held: boolean): string => (held ? 'yes' : '**no**')

const medianOf = async (run: () => Promise<number>): Promise<number> => {
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round++) values.push(await run())
  return median(values)
}

const views = async ({ browser, server: { address } }: Ground): Promise<string[]> => {
  const { files, wire, requests } = await firstView(browser, address)
  const rows: string[][] = []
  const large = new Map(await pagesOf(address, LARGE))
  for (const [name, path] of await pagesOf(address, SMALL)) {
    const small = await medianOf(() => largestPaint(browser, address + path))
    const larger = await medianOf(() => largestPaint(browser, address + (large.get(name) ?? '')))
    rows.push([name, ms(small), ms(larger), kept(Math.max(small, larger) < 1500)])
  }
  return [
    `The first view's own JavaScript after gzip, at most 300 kB: ${kB(files)} kB in the files that its HTML names, ${kB(wire)} kB over the wire in ${requests} requests (kept: ${kept(Math.max(files, wire) <= 300_000)}).`,
    '',
    `Largest contentful paint in milliseconds, below 1,500; a browser that has been nowhere before, medians of ${ROUNDS}.`,
    '',
    ...tableOf(['page', '36 meetings', `${LARGE_MEETINGS} meetings`, 'kept'], rows),
  ]
}

/** A start and what stands beside it, as many as a drawing takes. */
const widePath = async (address: string): Promise<string> => {
  const reply = await fetch(`${address}/api/nodes?jurisdiction=${encodeURIComponent(LARGE)}&kind=department&limit=3`)
  // Our own API, held to its contract by the server.
  const { rows } = (await reply.json()) as { rows: { node: { id: string } }[] }
  const ids = rows.map(({ node }) => node.id.slice(LARGE.length + 1))
  const view = new URLSearchParams({ s: ids.join('|'), e: ids.map((id) => `${id}>192`).join('|'), in: LARGE })
  return `/explore?${view.toString()}`
}

const drawing = async ({ browser, server: { address } }: Ground): Promise<string[]> => {
  const harness = await startHarness()
  try {
    const path = await widePath(address)
    const painted = await medianOf(() => paintedAfterReply(browser, address + path, 300))
    const rows: string[][] = []
    for (const size of [
      { nodes: 300, edges: 1000 },
      { nodes: 800, edges: 3000 },
    ]) {
      const moves = [await panned(browser, harness, size), await panned(browser, harness, size)]
      const arrival = await came(browser, harness, size)
      rows.push([
        `${size.nodes} / ${size.edges}`,
        ms(median(moves.map(({ frame }) => frame))),
        ms(median(moves.map(({ worst }) => worst))),
        ms(arrival.drawn),
        ms(arrival.meanwhile),
        ms(arrival.drawing),
      ])
    }
    return [
      `300 nodes in Explore whose places nobody knows, from the last reply to their first paint: ${ms(painted)} ms (below 1,500: ${kept(painted < 1500)}).`,
      '',
      'The canvas by itself, 1040 × 752: milliseconds between frames while it is dragged about (median below 34), until nodes without places are laid out and painted, the longest task of the page while they are laid out (at most 100), and the one that draws them.',
      '',
      ...tableOf(
        ['nodes / edges', 'frame', 'frame, 95 %', 'laid out and painted', 'task meanwhile', 'task of drawing'],
        rows,
      ),
    ]
  } finally {
    harness.stop()
  }
}

const heap = async ({ browser, server: { address } }: Ground): Promise<string[]> => {
  const rows: string[][] = []
  const pages = await pagesOf(address, SMALL)
  const rest = pages.find(([name]) => name === 'method')?.[1] ?? '/method'
  for (const [name, path] of pages) {
    if (name === 'method') continue
    const { few, many } = await heapAfterVisits(browser, address, path, rest, VISITS)
    rows.push([
      name,
      (few / 1e6).toFixed(1),
      (many / 1e6).toFixed(1),
      `${((many / few - 1) * 100).toFixed(0)} %`,
      kept(many <= few * 1.2),
    ])
  }
  return [
    `Megabytes of JavaScript heap after garbage collection, after 5 and after ${VISITS} visits to a view and back to the page on method; at most 20 % more.`,
    '',
    ...tableOf(['view', 'after 5', `after ${VISITS}`, 'more', 'kept'], rows),
  ]
}

const WORK: Record<Part, (ground: Ground) => Promise<string[]>> = { views, drawing, heap }
const HEADS: Record<Part, string> = { views: '## Views', drawing: '## Drawing', heap: '## Heap' }

/** What stands below a heading in the report that is there. */
const before = (part: Part): string[] => {
  const report = existsSync(OUT) ? readFileSync(OUT, 'utf8') : ''
  const text = report.split(/^(?=## )/m).find((section) => section.startsWith(HEADS[part]))
  return text ? text.trimEnd().split('\n') : []
}

const named = PARTS.filter((part) => process.argv.includes(part))
const asked = new Set<Part>(named.length > 0 ? named : PARTS)
const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-client-'))
writeCity('bench', 1, LARGE_MEETINGS, folder)
const server = await startServer([
  fileURLToPath(new URL('../samples/minutes', import.meta.url)),
  join(folder, 'minutes'),
])
const browser = await openChromium()
try {
  const sections: string[][] = []
  for (const part of PARTS) {
    const command = `npm run bench:client -- ${part}`
    sections.push(
      asked.has(part)
        ? [HEADS[part], '', ...machineLines(command, new Date()), '', ...(await WORK[part]({ browser, server }))]
        : before(part),
    )
  }
  const report = ['# The page', '', ...sections.flatMap((lines) => [...lines, ''])].join('\n')
  writeFileSync(OUT, `${report.trimEnd()}\n`)
  console.log(report)
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
