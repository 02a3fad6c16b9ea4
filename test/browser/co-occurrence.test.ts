import { expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { axeFindings, visitPages } from './visit.ts'

describeWithBrowser('which departments stand together, in the browser', () => {
  const { open } = visitPages()

  test.each([
    ['zh', '共现', '在原文中看', '关系表'],
    ['en', 'Co-occurrence', 'Show in the text', 'Table of ties'],
  ] as const)(
    '%s: from the first page over a tie to the sentence in the minutes, by mouse',
    async (language, entry, locate, list) => {
      const page = await open('/', { language })
      await page.getByRole('navigation').first().getByRole('link', { name: entry }).click()
      await page.getByRole('heading', { name: list }).waitFor()
      await page.getByRole('button', { name: /市水务局.*市生态环境局|市生态环境局.*市水务局/ }).click()
      const panel = page.getByRole('complementary')
      await panel.locator('mark').first().waitFor()
      expect(await panel.locator('blockquote').first().innerText()).toMatch(/市水务局|市生态环境局/)
      await panel.getByRole('link', { name: locate }).first().click()
      await page.waitForURL(/\/meetings\//)
      await page.locator('[data-detail] mark').first().waitFor()
    },
  )

  test('by keyboard alone: the matrix is one stop, its arrows and Enter open a pair', async () => {
    const page = await open('/co-occurrence')
    const matrix = page.getByRole('application')
    await matrix.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('status').first().innerText()).toMatch(/次/)
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').locator('mark').first().waitFor()
    expect(page.url()).toMatch(/[?&]a=.*&b=/)
    await matrix.focus()
    await page.keyboard.press('Escape')
    expect(page.url()).not.toMatch(/[?&]a=/)
  })

  test('a word of the sentence changes what is counted, and the address keeps it', async () => {
    const page = await open('/co-occurrence')
    await page.getByRole('button', { name: /按什么计/ }).click()
    await page.getByRole('menuitem', { name: /会议/ }).click()
    await page.waitForURL(/level=meeting/)
    await page.reload()
    await page.getByRole('button', { name: '按什么计: 会议' }).waitFor()
  })

  test('a link to a pair that is not there shows the view and no pair', async () => {
    const page = await open('/co-occurrence?a=nobody&b=nothing')
    await page.getByRole('heading', { name: '关系表' }).waitFor()
    expect(await page.getByRole('complementary').innerText()).toMatch(/选一对/)
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)(
    'axe finds nothing, %s, phone: %s',
    async (theme, phone) => {
      const page = await open('/co-occurrence', { theme, phone })
      await page.getByRole('heading', { name: '关系表' }).waitFor()
      expect(await axeFindings(page)).toEqual([])
    },
    60_000,
  )
})
