import { describe, expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { idle } from './idle.ts'
import { axeFindings, PHONE, visitPages, widthOf } from './visit.ts'

const CITY = '澜州市'
const nodePath = (kind: string, name: string) => `/nodes/${encodeURIComponent(`${CITY}/${kind}/${name}`)}`
const MOVED = nodePath('person', '吕宗翔@澜州高新区')
const DOUBLE = nodePath('person', '李静@市残联')
const REFORMED = nodePath('department', '市数据局')

describeWithBrowser('who attended with whom', () => {
  const { server, open } = visitPages()

  test.each([
    ['zh', '出席', /36 次会议/, /所在单位/, '在原文中看'],
    ['en', 'Attendance', /36 meetings/, /Bodies/, 'Show in the text'],
  ] as const)(
    'in %s leads from the first page to a person, the move, and the sentence of the roll, by mouse',
    async (language, entry, counted, seats, locate) => {
      const page = await open('/', { language })
      await page.getByRole('navigation').getByRole('link', { name: entry }).first().click()
      await page.locator('h1', { hasText: counted }).waitFor()
      await page.locator('[data-row]', { hasText: '吕宗翔' }).click()
      const card = page.locator('aside')
      await card.getByText(seats).first().waitFor()
      expect(page.url()).toContain('one=')
      const words = await card.innerText()
      expect(words).toContain('澜州高新区')
      expect(words).toMatch(/24/)
      await card.getByRole('link', { name: locate }).first().click()
      await idle(page)
      await page.locator('mark').first().waitFor()
      expect((await page.locator('mark').allInnerTexts()).join('')).toContain('吕宗翔')
    },
  )

  test.each(['zh', 'en'] as const)('in %s does the same by keyboard alone', async (language) => {
    const page = await open('/attendance', { language })
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    const status = page.getByRole('status').first()
    expect((await status.innerText()).trim()).not.toBe('')
    await page.keyboard.press('Enter')
    const link = page.locator('aside blockquote ~ p a').first()
    await link.waitFor()
    await link.focus()
    await page.keyboard.press('Enter')
    await page.locator('mark').first().waitFor()
    expect(page.url()).toContain('/meetings/')
  })

  test('names in the table open the same card, and the link restores it', async () => {
    const first = await open('/attendance?who=body')
    await first.locator('table').getByRole('button', { name: '市住建局', exact: true }).click()
    await first.locator('aside h2', { hasText: '市住建局' }).waitFor()
    const url = first.url().slice(server().address.length)
    const second = await open(url)
    expect(await second.locator('aside').innerText()).toContain('张伟')
  })

  test('counts of other meetings when the word in the sentence is changed', async () => {
    const page = await open('/attendance')
    await page.getByRole('button', { name: /^比例按哪些会议算/ }).click()
    await page.getByRole('menuitem', { name: '这一时期的全部会议' }).click()
    await page.locator('[data-row]', { hasText: '常国安' }).getByText('25/36').waitFor()
    expect(page.url()).toContain('per=every-roll')
  })

  test('the profile of a person says who may be the same, with the reasons and the sentences of both', async () => {
    const page = await open(DOUBLE)
    await page.getByText('同场最多').waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toMatch(/很可能是同一人/)
    expect(words).toMatch(/同名/)
    expect(await page.locator('blockquote', { hasText: '李静' }).count()).toBeGreaterThan(2)
  })

  test('the profile of a department tells its reform, its duties and neighbours, each with its sentence', async () => {
    const page = await open(REFORMED)
    for (const words of ['先后来人', '期限 2024 年 10 月 31 日']) await page.getByText(words).first().waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toContain('市大数据局')
    expect(words).toMatch(/期限 2024 年 10 月 31 日/)
    const row = page.locator('section[aria-labelledby="neighbours-meeting"] li').first()
    await row.getByRole('button').click()
    await row.locator('mark').waitFor()
    expect(await row.locator('mark').innerText()).toContain('市数据局')
  })

  test('lists of people lead to their profiles', async () => {
    const page = await open('/people')
    await page.getByRole('link', { name: '吕宗翔' }).click()
    await page.getByRole('heading', { level: 1, name: '吕宗翔' }).waitFor()
  })

  test('on a phone the rows are a list, and a touch opens one', async () => {
    const page = await open('/attendance', { phone: true })
    await page.getByRole('button', { name: '常国安' }).tap()
    await page.locator('aside h2', { hasText: '常国安' }).waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
  })

  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    test.each([
      ['the matrix', `/attendance?one=${MOVED.slice('/nodes/'.length)}`],
      ['bodies', '/attendance?who=body'],
      ['a person', DOUBLE],
      ['a department', REFORMED],
      ['a list', '/districts'],
    ])(
      'axe finds nothing on %s, at a desk and on a phone',
      async (_name, path) => {
        for (const phone of [false, true]) {
          const page = await open(path, { theme, phone })
          expect(await axeFindings(page)).toEqual([])
        }
      },
      120_000,
    )
  })
})
