import { describe, expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { idle } from './idle.ts'
import { axeFindings, PHONE, visitPages, widthOf } from './visit.ts'

const CITY = '澜州市'
const TRACE = `/policies/${encodeURIComponent(`${CITY}/policy/城市更新实施办法`)}`

describeWithBrowser('what became of a policy, over the sample city', () => {
  const { server, open } = visitPages()

  test.each([
    ['zh', '政策', /没有再来/, /有 1 处没有下文/, '在原文中看'],
    ['en', 'Policies', /not back/, /1 thread has no sequel/, 'Read in the minutes'],
  ] as const)(
    'leads from the first page to the sentence that put it off, in %s',
    async (language, entry, lost, ends, read) => {
      const page = await open('/', { language })
      await page.getByRole('navigation').getByRole('link', { name: entry }).first().click()
      await idle(page)
      await page.getByRole('heading', { level: 1, name: lost }).waitFor()
      await page.getByRole('searchbox').fill('城市更新')
      await page.getByRole('link', { name: '澜州市城市更新实施办法', exact: true }).click()
      await idle(page)
      await page.getByText(ends).first().waitFor()
      const panel = page.locator('aside')
      expect(await panel.locator('blockquote').first().innerText()).toContain('暂缓审议')
      await panel.getByRole('link', { name: read }).click()
      await idle(page)
      await page.locator('mark').first().waitFor()
      expect((await page.locator('mark').allInnerTexts()).join('')).toContain('暂缓审议')
    },
  )

  test('a step is chosen by keyboard in the table, and kept in the address', async () => {
    const page = await open(TRACE)
    const row = page.locator('table').first().getByRole('button', { name: '修订' })
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: '修订' }).waitFor()
    expect(decodeURIComponent(page.url())).toContain('常务会议-73/7')
    await page.reload()
    await idle(page)
    await page.getByRole('heading', { level: 2, name: '修订' }).waitFor()
    await page.getByRole('button', { name: '上一步' }).click()
    await page.getByRole('heading', { level: 2, name: '被引用' }).waitFor()
  })

  test('a mark on the timeline opens its sentence', async () => {
    const page = await open(TRACE)
    await page
      .getByRole('group', { name: /时间线/ })
      .getByRole('button', { name: /原则同意/ })
      .click()
    expect(await page.locator('aside blockquote').first().innerText()).toContain('原则通过')
  })

  test('what vanished is listed with its sentences, and the least silence can be chosen', async () => {
    const page = await open('/policies')
    await page.getByRole('link', { name: '没有下文的事' }).click()
    await idle(page)
    await page.getByRole('heading', { level: 1, name: /5 次没有再来/ }).waitFor()
    await page.getByRole('button', { name: /其后至少读到/ }).click()
    await page.getByRole('menuitem', { name: '12 次会议' }).click()
    await idle(page)
    await page.getByRole('heading', { level: 1, name: /4 次没有再来/ }).waitFor()
  })

  test('the search palette and the page of the policy open its course', async () => {
    const page = await open(`/nodes/${encodeURIComponent(`${CITY}/policy/城市更新实施办法`)}`)
    await page.getByRole('link', { name: '看来龙去脉' }).click()
    await page.getByRole('heading', { level: 1, name: /城市更新实施办法/ }).waitFor()
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('殡葬管理办法')
    await page
      .getByRole('option', { name: /殡葬管理办法/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /殡葬管理办法/ }).waitFor()
    expect(page.url()).toContain('/policies/')
  })

  test('on a phone the course runs down, with the evidence in its place', async () => {
    const page = await open(TRACE, { phone: true })
    await page
      .getByRole('region', { name: '来龙去脉' })
      .getByRole('button', { name: /原则同意/ })
      .click()
    expect(await page.locator('blockquote').first().innerText()).toContain('原则通过')
    expect(await page.locator('main').innerText()).toContain('缺第 46 次纪要')
  })

  test('a period leaves out what lies outside and says so; an old link says what it pointed to', async () => {
    const page = await open(`${TRACE}?from=2023-01-01`)
    expect(await page.locator('main').innerText()).toContain('所选时期之外还有 2 步')
    const gone = await open('/').then(async (first) => {
      await first.goto(`${server().address}/policies/${encodeURIComponent(`${CITY}/policy/没有这一项`)}`)
      await idle(first)
      return first
    })
    expect(await gone.locator('main').innerText()).toContain('没有这一项')
  })

  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    test.each([
      ['the list', '/policies'],
      ['what vanished', '/vanished'],
      ['the course', TRACE],
    ])('axe finds nothing on %s, at a desk and on a phone', async (_name, path) => {
      for (const phone of [false, true]) {
        const page = await open(path, { theme, phone })
        expect(await axeFindings(page)).toEqual([])
        if (phone) expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
      }
    })
  })
})
