import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { idle } from './idle.ts'
import { visitPages } from './visit.ts'

const WAIT = 60_000
const CITY = '澜州市'
const BODY = `${CITY}/department/市住建局`
const PERSON = `${CITY}/person/王汝萍@市发改委`
const MEETING = `${CITY}/meeting/2022-01-14-常务会议-38`
const FACT = `ATTENDED|${PERSON}|${MEETING}|observer`

describeWithBrowser('what is said of the graph by hand', () => {
  const { server, open: visit } = visitPages()
  const open = async (path: string): Promise<Page> => {
    const token = /#token=(\S+)/.exec(server().output())?.[1] ?? ''
    const page = await visit(`${path}#token=${token}`)
    page.setDefaultTimeout(WAIT)
    return page
  }
  const openNode = (id: string) => open(`/nodes/${encodeURIComponent(id)}`)
  const panelOf = (page: Page) => page.getByRole('dialog')

  /** How much there is, and all that stands around one node. */
  const graph = async (node: string): Promise<unknown> => {
    const ask = async (path: string) => (await (await fetch(`${server().address}/api${path}`)).json()) as object
    const places = await ask('/jurisdictions')
    const around = await ask(`/nodes/${encodeURIComponent(node)}/neighbours?limit=1000`)
    const own: unknown = Reflect.get(await ask(`/nodes/${encodeURIComponent(node)}`), 'node')
    const rows: unknown = Reflect.get(places, 'rows')
    const counts = Array.isArray(rows) ? rows.map((row: object) => Reflect.get(row, 'counts') as unknown) : null
    return {
      counts,
      own,
      nodes: Reflect.get(around, 'nodes') as unknown,
      edges: Reflect.get(around, 'edges') as unknown,
    }
  }
  /** Saves what is filled in, once its effect is shown, and leaves the panel at what was done. */
  const saved = async (panel: Locator, effect: RegExp, told: string): Promise<void> => {
    await panel.getByRole('region', { name: '做了以后' }).getByText(effect).waitFor()
    const submit = panel.locator('form button[type=submit]')
    await expect.poll(() => submit.isEnabled(), { timeout: WAIT }).toBe(true)
    await submit.click()
    await panel.getByRole('status').filter({ hasText: told }).waitFor()
    await idle(panel.page())
    expect(await panel.getByRole('alert').count()).toBe(0)
  }
  /** Does it, looks at what has become of it, and takes it back: the graph is as it was. */
  const doneAndUndone = async (
    page: Page,
    node: string,
    { effect, back, seen }: { effect: RegExp; back: RegExp; seen: () => Promise<void> },
  ): Promise<void> => {
    const before = await graph(node)
    const panel = panelOf(page)
    await panel.getByLabel('署名').fill('张三')
    await saved(panel, effect, '已记下，署名张三')
    expect(await graph(node)).not.toEqual(before)
    await seen()
    await panel.getByRole('button', { name: '撤销' }).click()
    await saved(panel, back, '已撤销')
    expect(await graph(node)).toEqual(before)
  }

  test('two bodies are merged, and are two again', async () => {
    const page = await openNode(BODY)
    await page.getByRole('button', { name: '合并' }).click()
    const panel = panelOf(page)
    await panel.getByLabel('与谁合并').fill('市住建局')
    await idle(page)
    expect(await panel.getByRole('button', { name: '市住建局', exact: true }).count()).toBe(0)
    await panel.getByLabel('与谁合并').fill('市财政局')
    await panel.getByRole('button', { name: '市财政局', exact: true }).click()
    await doneAndUndone(page, BODY, {
      effect: /消失 \d+ 个节点/,
      back: /新增 \d+ 个节点/,
      seen: () => page.getByText('市住建局、市财政局', { exact: true }).waitFor(),
    })
    await page.getByRole('heading', { level: 1, name: '市住建局', includeHidden: true }).waitFor()
  }, 90_000)

  test('a person is split, and is one again', async () => {
    const page = await openNode(PERSON)
    await page.getByRole('button', { name: '拆分' }).click()
    await panelOf(page)
      .getByRole('checkbox', { name: /常务会议-38/ })
      .check()
    await doneAndUndone(page, PERSON, {
      effect: /新增 1 个节点/,
      back: /消失 1 个节点/,
      seen: () => page.getByText('1 次会议到会 1 次').waitFor(),
    })
  })

  test('a body is renamed, and has its name again', async () => {
    const page = await openNode(BODY)
    await page.getByRole('button', { name: '改名' }).click()
    const name = panelOf(page).getByLabel('图中显示的名称')
    await name.fill(' ')
    await panelOf(page).getByText('填完以后').waitFor()
    await name.fill('市住房和城乡建设局')
    await doneAndUndone(page, BODY, {
      effect: /^改变 1 个节点/,
      back: /^改变 1 个节点/,
      seen: () => page.getByRole('heading', { level: 1, name: '市住房和城乡建设局', includeHidden: true }).waitFor(),
    })
  })

  test('two who may be one are said to be two, and the effect shows that both stay', async () => {
    const page = await openNode(PERSON)
    await page.getByRole('button', { name: '不是同一个' }).click()
    const panel = panelOf(page)
    await panel.getByRole('radio', { name: /^不是同一个/ }).waitFor()
    await doneAndUndone(page, PERSON, {
      effect: /^消失 1 条关系/,
      back: /^新增 1 条关系/,
      seen: async () => expect(await panel.getByText('没有', { exact: true }).count()).toBe(0),
    })
    await panel.getByRole('button', { name: '恢复' }).click()
    await saved(panel, /^消失 1 条关系/, '已恢复')
    await panel.getByRole('button', { name: '撤销' }).click()
    await saved(panel, /^新增 1 条关系/, '已撤销')
  })

  test('a wrong body of an entry of a roll is put right from the reader, and is as it was read again', async () => {
    const page = await open(`/meetings/${encodeURIComponent(MEETING)}?tab=roll&edge=${encodeURIComponent(FACT)}`)
    await page.getByRole('button', { name: '改正' }).click()
    const panel = panelOf(page)
    await panel.getByLabel('单位').fill('市教育局')
    await doneAndUndone(page, PERSON, {
      effect: /新增 1 个节点/,
      back: /消失 1 个节点/,
      // What was corrected is gone from the graph, and its sentence still stands above what was done.
      seen: () => panel.getByText('王汝萍@市教育局').first().waitFor(),
    })
    expect(await panel.locator('blockquote').count()).toBe(1)
  })
})
