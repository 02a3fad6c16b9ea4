import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { describeWithBrowser } from '../machine.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'
import { startServer } from './running-server.ts'
import { visitPages } from './visit.ts'

const WAIT = 60_000
const UPLOADS = '/api/documents'

/** Forty of them, long enough that a connection can be cut in the midst of the sending. */
const minutes = (first: number) =>
  Array.from({ length: 40 }, (_, at) => ({
    name: `第${first + at}次.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(smallMinutes({ ordinal: first + at, date: [2025, 1 + (at % 12), 1 + (at % 28)] })),
  }))
const CUT_AFTER = 20_000

describeWithBrowser('an upload that does not come to its end', () => {
  let proxy: FaultyProxy
  const { server, open } = visitPages(async () => {
    const started = await startServer()
    proxy = await startFaultyProxy(started.address)
    // The page is opened through the proxy; all else of the server is its own.
    return { ...started, address: proxy.address }
  })
  let token = ''
  beforeAll(() => {
    token = /#token=(\S+)/.exec(server().output())?.[1] ?? ''
  })
  afterEach(() => proxy.release())
  afterAll(() => proxy?.stop())

  const review = async (): Promise<Page> => {
    const page = await open(`/review#token=${token}`)
    page.setDefaultTimeout(WAIT)
    return page
  }
  const stored = async (): Promise<number> => {
    const reply = await fetch(`${server().address}/api/jurisdictions`)
    const { rows } = (await reply.json()) as { rows: { documents: number }[] }
    return rows.reduce((sum, { documents }) => sum + documents, 0)
  }
  const choose = (page: Page, files: ReturnType<typeof minutes>) =>
    page.locator('input[type=file]').setInputFiles(files)
  const panelOf = (page: Page) => page.getByRole('region', { name: '加入纪要' })
  /** Each of the forty is in the store in the end, and once. */
  const sentAgain = async (page: Page, before: number): Promise<void> => {
    proxy.release()
    await page.getByRole('button', { name: '再传一次' }).click()
    await page.getByText('40 份文件：收下 40 份').waitFor()
    expect(await stored()).toBe(before + 40)
  }

  test('cut while it is sent, nothing is stored, and the page says what the store holds', async () => {
    const page = await review()
    const before = await stored()
    proxy.fault(UPLOADS, { is: 'cut-sending', after: CUT_AFTER })
    await choose(page, minutes(201))
    await page.getByText('连接断了').waitFor()
    expect(await panelOf(page).getByText('不知是否存入').count()).toBe(40)
    await panelOf(page).getByText(`现有 ${before} 份文件`).waitFor()
    expect(await stored()).toBe(before)
    await sentAgain(page, before)
  })

  test('stopped before the server has it, nothing is stored, and it can be sent again', async () => {
    const page = await review()
    const before = await stored()
    proxy.fault(UPLOADS, { is: 'held' })
    await choose(page, minutes(301))
    await page.getByText('正在发送').waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
    await panelOf(page).getByText(`现有 ${before} 份文件`).waitFor()
    expect(await stored()).toBe(before)
    await sentAgain(page, before)
  })

  test('cut while the server writes, the page comes to say what the store holds then', async () => {
    const page = await review()
    proxy.fault(UPLOADS, { is: 'cut-answer' })
    await choose(page, minutes(401))
    await page.getByText('连接断了').waitFor()
    await expect
      .poll(async () => (await panelOf(page).innerText()).includes(`现有 ${await stored()} 份文件`), { timeout: WAIT })
      .toBe(true)
  })

  test('refused as a whole, it says that nothing is stored', async () => {
    const page = await review()
    await page.route('**/api/documents', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer of-another-server' } }),
    )
    await choose(page, minutes(501))
    await page.getByText('服务器没有收').waitFor()
    expect(await panelOf(page).getByText('没有存入', { exact: true }).count()).toBe(40)
  })
})
