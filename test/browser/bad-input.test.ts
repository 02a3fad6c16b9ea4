import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { openChromium } from './chromium.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'
import { idle } from './idle.ts'
import { type RunningServer, startServer } from './running-server.ts'

const CITY = '澜州市'
const GONE = `${CITY}/department/市没有局`
const BODY = `${CITY}/department/市住建局`
const id = encodeURIComponent

const wordsOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

describeWithBrowser('bad input', () => {
  let server: RunningServer
  let proxy: FaultyProxy
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let crashes: string[]
  const says = (words: string | RegExp) => page.locator('main', { hasText: words }).waitFor()
  /** Opens the page and waits until it says so. */
  const open = async (path: string, words: string | RegExp): Promise<string> => {
    await page.goto(proxy.address + path)
    await says(words)
    await idle(page)
    return wordsOf(page)
  }

  beforeAll(async () => {
    server = await startServer()
    proxy = await startFaultyProxy(server.address)
    browser = await openChromium()
  })
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    crashes = []
    page.on('pageerror', ({ message }) => crashes.push(message))
  })
  afterEach(async () => {
    proxy.release()
    await context.close()
    expect(crashes).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await proxy.stop()
    await server.stop()
  })

  describe('a link to what is gone', () => {
    test.each([
      ['a meeting', `/meetings/${id(`${CITY}/meeting/1999-01-01-常务会议-1`)}?item=99&edge=x`, '1999-01-01-常务会议-1'],
      ['a policy', `/policies/${id(`${CITY}/policy/没有的办法`)}`, '没有的办法'],
      ['a node', `/nodes/${id(GONE)}`, '市没有局'],
      ['a start of an exploration', `/explore?node=${id(GONE)}`, '市没有局'],
      ['a row of attendance', `/attendance?one=${id(GONE)}`, '市没有局'],
      ['a pair', `/co-occurrence?a=${id(GONE)}&b=${id(BODY)}`, '市没有局'],
      ['a place', `/meetings?in=${id('没有市')}`, '没有市'],
    ])('names %s and leads on', async (_what, path, name) => {
      const words = await open(path, name)
      expect(words).not.toContain('重试')
      expect(
        await page.locator('main').getByRole('link').or(page.locator('main').getByRole('button')).count(),
      ).toBeGreaterThan(0)
    })

    test('an address with broken escapes is answered with the page', async () => {
      await open('/nodes/%E0%A4%A', '这个地址没有页面')
    })

    test('an exploration of which one start is gone shows the other, and drops the first when asked', async () => {
      const s = ['department/市没有局', 'department/市住建局'].join('|')
      await open(`/explore?s=${id(s)}&e=${id('department/市住建局>12')}`, '“市没有局”已经不在了')
      await page.locator('[data-row]').first().waitFor()
      await page.getByRole('button', { name: '从视图里去掉' }).click()
      await page.getByText('已经不在了').waitFor({ state: 'detached' })
      expect(decodeURIComponent(page.url())).not.toContain('市没有局')
    })
  })

  test('views that an older version has saved are no harm, and neither is an address of one', async () => {
    await context.addInitScript({ content: `localStorage.setItem('jiyao-views:${CITY}', '{"v":0,"views":["x"]}')` })
    await open(`/explore?s=${id('department/市住建局')}&e=x%3Ey%3Ez&xy=!!!&h=a&k=99&w=%3E`, '市住建局')
    await page.getByRole('button', { name: '存为视图' }).click()
    await page.getByText('还没有存过视图').waitFor()
  })

  describe('an API', () => {
    test('that is down is told, and asked again', async () => {
      proxy.fault('/api/', { is: 'down' })
      await open('/attendance', '连不上服务器')
      proxy.release()
      await page.getByRole('button', { name: '重试' }).first().click()
      await page.getByRole('heading', { level: 1, name: /次会议/ }).waitFor()
    })

    test('that is down in part leaves the rest standing', async () => {
      proxy.fault('/api/overview', { is: 'down' })
      expect(await open('/', '连不上服务器')).toContain('36 次常务会议')
    })

    test.each(['/', '/co-occurrence', '/attendance', '/policies', '/people', `/explore?node=${id(BODY)}`])(
      'that is slow leaves %s with its shape, and then the answer',
      async (path) => {
        proxy.fault('/api/', { is: 'held' })
        await page.goto(proxy.address + path)
        await page.locator('main [class*="skeleton"]').first().waitFor()
        expect(await page.getByRole('alert').count()).toBe(0)
        proxy.release()
        await page.locator('main [class*="skeleton"]').first().waitFor({ state: 'detached' })
        expect(await page.locator('main h1').count()).toBeGreaterThan(0)
      },
    )

    test.each([
      ['HTML', { is: 'says', type: 'text/html', body: '<html><body>Sign in to the network</body></html>' }],
      ['JSON of another shape', { is: 'says', type: 'application/json', body: '{"rows":[{"name":1}],"ok":true}' }],
      ['half of a reply', { is: 'says', type: 'application/json', body: '{"rows":[{"id":"澜' }],
    ] as const)('that answers with %s is told', async (_what, fault) => {
      proxy.fault('/api/', fault)
      await open('/meetings', '服务器的回答与约定不符')
      proxy.release()
      await page.getByRole('button', { name: '重试' }).first().click()
      await page.getByRole('heading', { level: 1, name: /36 次会议/ }).waitFor()
    })
  })

  describe('a period', () => {
    const PLACES = ['/co-occurrence', '/policies', '/attendance', '/meetings', '/people'] as const
    test.each(PLACES)('without a meeting is said so on %s, with the way back', async (path) => {
      await open(`${path}?from=1990-01-01&to=1990-12-31`, /时期没有|12 月没有/)
      await page.getByRole('button', { name: '看全部时期' }).last().click()
      await idle(page)
      expect(page.url()).not.toContain('1990')
    })

    test('without a relation of what is explored is said so', async () => {
      await open(`/explore?node=${id(BODY)}&from=1990-01-01&to=1990-12-31`, '这一时期的纪要里没有它们的关系')
    })

    test('whose ends are the wrong way round is the one between them', async () => {
      const lead = /2023 年 1 月 — 2023 年 12 月/
      const turned = await open('/meetings?from=2023-12-31&to=2023-01-01', lead)
      expect(turned).toBe(await open('/meetings?from=2023-01-01&to=2023-12-31', lead))
    })

    test('that is no day counts as none', async () => {
      await open('/meetings?from=abc&to=2022-13-45', '36 次会议')
    })

    test('a place that is named two times is the first of them', async () => {
      await open(`/meetings?in=${id(CITY)}&in=${id('没有市')}`, '36 次会议')
    })
  })
})

const SAMPLE = fileURLToPath(new URL('../../samples/minutes/2022-01-14-038.txt', import.meta.url))
const LONG = `关于${'进一步加强和改进城市基层治理'.repeat(36)}的实施意见`
const SCRIPT = '<script>window.pwned=1</script><img src=x onerror=window.pwned=1>方案'
const SITTINGS = 400

/** Four hundred short minutes in which one person sits. */
const sittings = (folder: string): void => {
  for (let nth = 1; nth <= SITTINGS; nth++) {
    const day = new Date(Date.UTC(2001, 0, 1 + 21 * nth))
    const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
    const text = [
      '云津市人民政府',
      '常务会议纪要',
      `〔${year}〕${nth}号`,
      `${year}年${month}月${date}日上午，洪国玲市长主持召开市政府第${nth}次常务会议，研究安全生产工作。`,
      '会议议定以下意见：',
      `一、研究${year}年${month}月安全生产工作`,
      '会议同意市应急局的意见。由市应急局牵头落实。',
      '出席：洪国玲 李静',
      '列席：市应急局戴永福 市住建局张伟',
      '记录：梁海波',
    ]
    writeFileSync(join(folder, `${nth}.txt`), `${text.join('\n\n')}\n`)
  }
}

describeWithBrowser('documents that strain the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bad-'))
  let server: RunningServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const text = readFileSync(SAMPLE, 'utf8')
    const strained = text
      .replaceAll('2022年中小学幼儿园建设计划', LONG)
      .replaceAll('2022年交通基础设施建设投资计划', SCRIPT)
    writeFileSync(join(folder, '<b>strained.txt'), strained)
    sittings(folder)
    server = await startServer([folder])
    browser = await openChromium()
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const open = async (path: string): Promise<void> => {
    await page.goto(server.address + path)
    await page.locator('main h1', { hasNotText: '正在取数据' }).first().waitFor()
    await idle(page)
  }
  const meeting = `${CITY}/meeting/2022-01-14-常务会议-38`
  const widthOf = () => page.evaluate<number>('document.documentElement.scrollWidth')

  test('markup in a name is text, and runs nowhere', async () => {
    for (const path of [
      `/meetings/${id(meeting)}`,
      `/meetings?in=${id(CITY)}`,
      `/policies?in=${id(CITY)}`,
      `/?in=${id(CITY)}`,
    ]) {
      await open(path)
      expect(await page.evaluate('window.pwned')).toBeUndefined()
      expect(await page.locator('main script, main img').count()).toBe(0)
    }
    await open(`/meetings/${id(meeting)}`)
    expect(await wordsOf(page)).toContain('<script>window.pwned=1</script>')
  })

  test('a title of five hundred characters makes no page wider than a phone', async () => {
    expect(LONG.length).toBeGreaterThan(500)
    for (const path of [
      `/meetings/${id(meeting)}?tab=agenda`,
      `/meetings?in=${id(CITY)}`,
      `/policies?in=${id(CITY)}`,
      `/?in=${id(CITY)}`,
    ]) {
      await open(path)
      expect(await widthOf(), path).toBeLessThanOrEqual(390)
    }
  })

  test('a person of four hundred meetings has a page that says so and lists them in steps', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(`/people?in=${id('云津市')}`)
    await page.getByRole('link', { name: '洪国玲' }).click()
    await page.locator('main', { hasText: new RegExp(`${SITTINGS}`) }).waitFor()
    await idle(page)
    expect(await page.locator('main li').count()).toBeLessThan(120)
    await open(`/attendance?in=${id('云津市')}`)
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.locator('[role="status"]', { hasText: `第 ${SITTINGS} 次` }).waitFor()
  })
})
