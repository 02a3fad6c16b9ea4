import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { describeWithBrowser } from '../machine.ts'
import { axeFindings, type Look, visitPages } from './visit.ts'

const WAIT = 60_000

describeWithBrowser('the page that reviews', () => {
  const { server, open: visit } = visitPages()
  const token = () => /#token=(\S+)/.exec(server().output())?.[1] ?? ''
  const open = async (path: string, look: Look = {}): Promise<Page> => {
    const page = await visit(`${path}#token=${token()}`, look)
    page.setDefaultTimeout(WAIT)
    return page
  }
  const dropped = async (page: Page, name: string, text: string): Promise<void> => {
    // Text, as this file knows no DOM.
    const data = await page.evaluateHandle(
      `(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}))
        return transfer
      })()`,
    )
    await page.dispatchEvent('#main', 'dragover', { dataTransfer: data })
    await page.dispatchEvent('#main', 'drop', { dataTransfer: data })
  }

  test('without the token says what to do, and takes it when it is typed', async () => {
    const page = await visit('/review')
    await page.getByLabel('令牌').fill('a-token-that-is-wrong')
    await page.getByRole('button', { name: '使用' }).click()
    await page.getByRole('alert').filter({ hasText: '不认' }).waitFor()
    await page.getByLabel('令牌').fill(`${server().address}/#token=${token()}`)
    await page.getByRole('button', { name: '使用' }).click()
    await page.getByRole('button', { name: '加入纪要' }).waitFor()
  })

  test('takes in files that are chosen, and tells what became of each', async () => {
    const page = await open('/review')
    await page.locator('input[type=file]').setInputFiles([
      { name: '第901次.txt', mimeType: 'text/plain', buffer: Buffer.from(smallMinutes({ ordinal: 901 })) },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'news.txt', mimeType: 'text/plain', buffer: Buffer.from('今天天气很好，记者从有关部门获悉。') },
    ])
    await page.getByText('收下 1 份').waitFor()
    await page.getByText('文件是空的').waitFor()
    const news = page.getByRole('listitem').filter({ hasText: 'news.txt' })
    expect(await news.innerText()).toMatch(/看起来是新闻报道，不是会议纪要\s*not minutes: .*“记者/)
    await page.getByRole('link', { name: /901/ }).first().waitFor()
  })

  test('takes in a file that is dropped', async () => {
    const page = await open('/review', { language: 'en' })
    await page.getByRole('button', { name: 'Add minutes' }).waitFor()
    await dropped(page, '第902次.txt', smallMinutes({ ordinal: 902 }))
    await page.getByText('1 taken in').waitFor()
  })

  test('confirms that two are one, from the list to the effect to the deed and back', async () => {
    const page = await open('/review?kind=possibly-same')
    await page.locator('[data-row]').first().click()
    await page.getByRole('radio', { name: /^是同一个/ }).check()
    await page.getByLabel('署名').fill('张三')
    await page.getByText('消失 1 个节点').waitFor()
    const before = await page.locator('[data-row]').count()
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByText('已记下，署名张三').waitFor()
    await expect.poll(() => page.locator('[data-row]').count(), { timeout: WAIT }).toBe(before - 1)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('新增 1 个节点').waitFor()
    await page.locator('form button[type=submit]').click()
    await page.getByText('已撤销').waitFor()
    await expect.poll(() => page.locator('[data-row]').count(), { timeout: WAIT }).toBe(before)
    await page.getByRole('button', { name: '记录' }).click()
    await page.getByText('已由张三撤销').waitFor()
  })

  test('does the same by keyboard alone, in English', async () => {
    const page = await open('/review?kind=possibly-same', { language: 'en' })
    await page.locator('[data-row]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const radio = page.getByRole('radio', { name: /^They are two/ })
    await radio.waitFor()
    await page.keyboard.press('Tab')
    for (let step = 0; step < 12; step++) {
      if ((await page.evaluate('document.activeElement?.type')) === 'radio') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('ArrowDown')
    expect(await radio.isChecked()).toBe(true)
    await page.getByLabel('Your name').focus()
    await page.keyboard.type('Li')
    await expect.poll(() => page.locator('form button[type=submit]').isEnabled(), { timeout: WAIT }).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('Saved, signed Li').waitFor()
    await page.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    const submit = page.locator('form button[type=submit]')
    await expect.poll(() => submit.isEnabled(), { timeout: WAIT }).toBe(true)
    await submit.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Undone').waitFor()
  })

  test('on a phone stands in the menu, and corrects in a sheet', async () => {
    const page = await open('/', { phone: true })
    await page.getByRole('button', { name: '菜单' }).click()
    await page.getByRole('menuitem', { name: '校读' }).click()
    await page.locator('[data-row]').first().click()
    await page.getByRole('dialog').getByText('做了以后').waitFor()
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing in %s, on a phone: %s', async (theme, phone) => {
    const page = await open('/review', { theme, phone })
    await page.locator('[data-row]').first().click()
    await page.getByText('做了以后').waitFor()
    await page.getByLabel('署名').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})
