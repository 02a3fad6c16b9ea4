import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { idle } from './idle.ts'
import { axeFindings, PHONE, visitPages, widthOf } from './visit.ts'

const CITY = '澜州市'
const BODY = `/explore?node=${encodeURIComponent(`${CITY}/department/市住建局`)}`

describeWithBrowser('exploring the sample city', () => {
  const { open } = visitPages()
  /** Of the table's first tab. */
  const nodesOf = async (page: Page): Promise<number> =>
    Number(/\d+/.exec(await page.locator('#explore-tab-nodes').innerText())?.[0])

  test('leads by mouse from the first page to a sentence behind a relation', async () => {
    const page = await open('/')
    await page.getByRole('navigation').getByRole('link', { name: '探索' }).first().click()
    await page.getByRole('button', { name: /市住建局/ }).click()
    await page.locator('canvas').first().waitFor()
    await page.getByRole('tab', { name: /关系/ }).click()
    await page.locator('[data-row]').first().click()
    await page.locator('blockquote mark').first().waitFor()
    const sentence = (await page.locator('blockquote').first().innerText()).replace(/\s/g, '')
    await page.getByRole('link', { name: '在原文中看' }).first().click()
    await page.locator('main mark').first().waitFor()
    expect(page.url()).toContain('/meetings/')
    expect((await page.locator('main').innerText()).replace(/\s/g, '')).toContain(sentence.slice(0, 12))
  })

  test.each(['zh', 'en'] as const)('does the same by keyboard alone (%s)', async (language) => {
    const page = await open('/explore', { language })
    await page.locator('main').focus()
    await page.keyboard.press('s')
    await page.keyboard.type('城市更新实施')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-row]').first().waitFor()
    await idle(page)
    const before = await nodesOf(page)
    await page.locator('[data-row]').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('e')
    await idle(page)
    await expect.poll(() => nodesOf(page)).toBeGreaterThan(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => nodesOf(page)).toBe(before)
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => nodesOf(page)).toBeGreaterThan(before)
    await page.locator('#explore-tab-nodes').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-row^="CONSIDERS"]').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('blockquote mark').first().waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/explore\.|kind\.|doors\./)
  })

  test('a link gives the drawing back, with what was hidden and pinned and every place', async () => {
    const page = await open(BODY)
    await page.locator('[data-row]').nth(2).click()
    await page.keyboard.press('h')
    await page.locator('[data-row]').nth(1).click()
    await page.keyboard.press('p')
    await idle(page)
    await expect.poll(() => page.url()).toMatch(/[?&]xy=.+/)
    await expect.poll(() => page.url()).toMatch(/[?&]h=.+&.*[?&]?p=.+/)
    const [url, nodes] = [page.url(), await nodesOf(page)]
    const second = await page.context().newPage()
    await second.goto(url)
    await idle(second)
    await expect.poll(() => nodesOf(second)).toBe(nodes)
    expect(second.url()).toBe(url)
  })

  test('every command stands in the menu of a row, and a view can be named', async () => {
    const page = await open(BODY)
    await page.locator('[data-row]').nth(1).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /作为起点/ }).click()
    expect(await page.getByRole('group', { name: '起点' }).innerText()).toMatch(/市住建局[\s\S]+/)
    await page.getByRole('button', { name: '存为视图' }).click()
    await page.getByRole('textbox', { name: '给这个视图起名' }).fill('住建')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '住建', exact: true }).waitFor()
  })

  test('data can be taken out', async () => {
    const page = await open(BODY)
    await page.locator('canvas').first().waitFor()
    for (const name of ['图 SVG', '图 PNG']) {
      await page.getByRole('button', { name: '导出' }).click()
      const started = page.waitForEvent('download')
      await page.getByRole('menuitem', { name }).click()
      expect((await started).suggestedFilename()).toMatch(/^jiyao/)
    }
  })

  test('on a phone there is the table, and the drawing when asked for', async () => {
    const page = await open(BODY, { phone: true })
    await page.locator('[data-row]').first().waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    await page.getByRole('button', { name: '画出来' }).click()
    await page.locator('canvas').first().waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
  })

  test('the overview leads through each of its doors, and to how the figures are made', async () => {
    const page = await open('/')
    expect(await page.locator('main').innerText()).toMatch(/242 项政策/)
    await page.getByRole('link', { name: /市民政局.*市财政局/ }).click()
    await page.waitForURL('**/co-occurrence?**')
    await page.goBack()
    await page
      .getByRole('link', { name: /怎样算/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 2, name: /比偶然更多/ }).waitFor()
  })

  describe.each([
    ['light', false],
    ['light', true],
    ['dark', false],
    ['dark', true],
  ] as const)('in %s, on a phone: %s', (theme, phone) => {
    test.each([BODY, '/explore', '/', '/method'])('axe finds nothing on %s', async (path) => {
      const page = await open(path, { theme, phone })
      expect(await axeFindings(page)).toEqual([])
    })
  })
})
