import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { axeFindings, visitPages, widthOf } from './visit.ts'

const CITY = '澜州市'
const enc = encodeURIComponent
const node = (kind: string, name: string) => enc(`${CITY}/${kind}/${name}`)

const GRAPH = ['关系 CSV', '节点 CSV', '数据 JSON', '网络 GraphML', '网络 GEXF']
const LIST = ['表格 CSV', '数据 JSON']

/** Each view with what its menu gives, a word of the file's name, and a word that its files hold. */
const VIEWS: readonly (readonly [path: string, files: readonly string[], name: string, holds: string])[] = [
  ['/co-occurrence', GRAPH, '共现', '市住建局'],
  ['/attendance', ['表格 CSV', '矩阵 CSV', '数据 JSON', '网络 GraphML', '网络 GEXF'], '出席', '常国安'],
  ['/policies', LIST, '政策', '城市更新'],
  ['/vanished', LIST, '没有下文', '殡葬管理'],
  ['/departments', LIST, '部门', '市住建局'],
  [`/policies/${node('policy', '城市更新实施办法')}`, LIST, '城市更新', '城市更新'],
  [`/nodes/${node('department', '市住建局')}`, GRAPH, '市住建局', '市住建局'],
  [`/meetings/${node('meeting', '2022-01-14-常务会议-38')}`, GRAPH, '038', '市发改委'],
  [`/explore?node=${node('department', '市住建局')}`, GRAPH, '探索', '市住建局'],
]

const menuOf = (page: Page) => page.getByRole('button', { name: /^(?:导出|Export)$/ })

const saved = async (page: Page, entry: string): Promise<{ name: string; text: string }> => {
  await menuOf(page).click()
  const started = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
  const download = await started
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

describeWithBrowser('what is seen can be taken along', () => {
  const { server, open } = visitPages()
  const version = async (): Promise<string> => {
    const reply: unknown = await (await fetch(`${server().address}/api/jurisdictions`)).json()
    return /"hash":"(\w{6})/.exec(JSON.stringify(reply))?.[1] ?? ''
  }

  test.each(VIEWS)('from %s as files that name what they are, and of which data', async (path, files, name, holds) => {
    const page = await open(path)
    const hash = await version()
    for (const entry of files) {
      const { name: file, text } = await saved(page, entry)
      expect(file, entry).toMatch(new RegExp(`^${CITY}-.*${name}.*-${hash}(?:-\\w+)?\\.(?:csv|json|graphml|gexf)$`))
      expect(text, entry).toContain(hash)
      expect(text, entry).toContain(holds)
      await page.getByRole('status').getByText(file).waitFor()
    }
  })

  test('by keyboard alone, also the citation, which says what was chosen, the period and the data version', async () => {
    const page = await open('/co-occurrence?from=2023-01-01&to=2023-12-31&level=meeting', { language: 'en' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await menuOf(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Relations, CSV' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Copied').waitFor()
    const text = String(await page.evaluate('navigator.clipboard.readText()'))
    expect(text).toContain(`${CITY}人民政府`)
    expect(text).toMatch(/2023.* – .*2023/)
    expect(text).toContain(await version())
    expect(text).toContain('/co-occurrence?from=2023-01-01&to=2023-12-31&level=meeting')
    await menuOf(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Relations, CSV' }).waitFor()
    const started = page.waitForEvent('download')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    expect(await readFile(await (await started).path(), 'utf8')).toContain('from=2023-01-01')
  }, 60_000)

  test('and says so where the server gives none', async () => {
    const page = await open('/people')
    await page.route('**/api/nodes?*format=*', (route) => route.abort())
    await menuOf(page).click()
    await page.getByRole('menuitem', { name: '表格 CSV' }).click()
    await page.getByRole('status').getByText('没有取到文件。').waitFor()
  })

  test.each(['light', 'dark'] as const)('on a phone, %s: the menu fits, and axe finds nothing in it', async (theme) => {
    for (const path of ['/co-occurrence', '/attendance', `/policies/${node('policy', '城市更新实施办法')}`]) {
      const page = await open(path, { theme, phone: true })
      await menuOf(page).click()
      const last = page.getByRole('menuitem', { name: '复制引文' })
      await last.waitFor()
      expect(await widthOf(page), path).toBeLessThanOrEqual(390)
      const box = await last.boundingBox()
      expect(box?.x, path).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0), path).toBeLessThanOrEqual(390)
      expect(await axeFindings(page), path).toEqual([])
    }
  })
})
