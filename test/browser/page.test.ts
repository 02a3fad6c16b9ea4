import { describe, expect, test } from 'vitest'
import { describeWithBrowser, SHARED } from '../machine.ts'
import { idle } from './idle.ts'
import { startServer } from './running-server.ts'
import { axeFindings, PHONE, visitPages, widthOf } from './visit.ts'

const CITY = '澜州市'

describeWithBrowser('the page over the sample city', () => {
  const { server, open } = visitPages()
  const oneMeeting = async (): Promise<string> => {
    const reply = await fetch(`${server().address}/api/meetings?jurisdiction=${encodeURIComponent(CITY)}&limit=200`)
    // The server has held its reply to the contract.
    const { rows } = (await reply.json()) as { rows: { id: string }[] }
    return `/meetings/${encodeURIComponent(rows.at(-1)?.id ?? '')}`
  }

  test('the token behind the address is kept for the tab and taken out of the address', async () => {
    const token = /#token=(\S+)/.exec(server().output())?.[1] ?? ''
    expect(token).toMatch(/^[\w-]{32}$/)
    const page = await open(`/meetings#token=${token}`)
    expect(page.url()).not.toContain('token')
    expect(await page.evaluate(() => Object.values(Reflect.get(globalThis, 'sessionStorage')))).toEqual([token])
  })

  test('a first start says where it is and what it read', () => {
    expect(server().output()).toMatch(/Read 36 minutes of an invented city/)
    expect(server().output()).toMatch(/Jiyao is at http:\/\/127\.0\.0\.1:\d+/)
  })

  test('the first view tells how many meetings there are and how many are missing', async () => {
    const page = await open('/')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/36\s*次/)
    expect(text).toMatch(/4\s*次/)
  })

  test('leads from the first view to a meeting, its graph, and the sentence behind an edge', async () => {
    const page = await open('/')
    await page.getByRole('navigation').getByRole('link', { name: '阅读' }).first().click()
    await idle(page)
    await page.locator('main a[href*="/meetings/"]').last().click()
    await idle(page)
    await page.locator('canvas').first().waitFor()
    await page.locator('#agenda-list + ol button').first().click()
    await page.getByRole('button', { name: /^牵头/ }).first().click()
    await page.locator('mark').first().waitFor()
    expect(page.url()).toContain('edge=LEADS')
    const sentence = (await page.locator('mark').allInnerTexts()).join('')
    const [, body] = /edge=LEADS\|([^|&]+)/.exec(decodeURIComponent(page.url())) ?? []
    expect(sentence).toContain(body?.split('/').at(-1))
  })

  test('does the same by keyboard alone', async () => {
    const page = await open(`${await oneMeeting()}?item=1`)
    const row = page.getByRole('button', { name: /^牵头/ }).first()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.locator('mark').first().waitFor()
    expect(page.url()).toContain('edge=LEADS')
  })

  test('a link restores the selected edge and its sentence', async () => {
    const first = await open(`${await oneMeeting()}?item=1`)
    await first.getByRole('button', { name: /^牵头/ }).first().click()
    await first.locator('mark').first().waitFor()
    const [url, sentence] = [first.url(), (await first.locator('mark').allInnerTexts()).join('')]
    const second = await open(url.slice(server().address.length))
    await second.locator('mark').first().waitFor()
    expect((await second.locator('mark').allInnerTexts()).join('')).toBe(sentence)
  })

  test('speaks English when asked, and leaves what the minutes say in Chinese', async () => {
    const page = await open(`${await oneMeeting()}?item=1`, { language: 'en' })
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const words = await page.locator('body').innerText()
    expect(words).toMatch(/lead/i)
    expect(words).not.toMatch(/[a-z]+\.[a-z]+[A-Z]|meeting\.|kind\./)
  })

  test('finds a department from the search box', async () => {
    const page = await open('/')
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('住建')
    await page
      .getByRole('option', { name: /市住建局/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /市住建局/ }).waitFor()
    expect(page.url()).toContain('/nodes/')
  })

  test('says so when a link leads to what is not there', async () => {
    const page = await open('/')
    await page.goto(`${server().address}/meetings/${encodeURIComponent(`${CITY}/meeting/1999-01-01-常务会议-1`)}`)
    await idle(page)
    expect(await page.locator('main').innerText()).toContain('1999-01-01')
  })

  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    test.each([
      ['overview', '/'],
      ['meetings', `/meetings?in=${encodeURIComponent(CITY)}`],
      ['meeting', null],
      ['node', `/nodes/${encodeURIComponent(`${CITY}/department/市住建局`)}`],
    ])('axe finds nothing on %s, at a desk and on a phone', async (_name, path) => {
      for (const phone of [false, true]) {
        const page = await open(path ?? (await oneMeeting()), { theme, phone })
        expect(await axeFindings(page)).toEqual([])
      }
    })
  })

  test('no page is wider than a phone', async () => {
    for (const path of ['/', '/meetings', await oneMeeting()]) {
      const page = await open(path, { phone: true })
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
    }
  })
})

describeWithBrowser(
  `the page over a real document${SHARED ? '' : ' [may be skipped]: the folder of real documents is not beside the project'}`,
  () => {
    if (!SHARED) {
      test.skip('shows its 8 items and the sentence behind 市司法局 leading the decision of item 1')
      return
    }
    const { open } = visitPages(() => startServer([`${SHARED}/minutes/suzhou-2020-43.txt`]))

    test('shows its 8 items and the sentence behind 市司法局 leading the decision of item 1', async () => {
      const page = await open(`/meetings/${encodeURIComponent('苏州市/meeting/2020-12-14-常务会议-121')}?item=1`)
      expect(await page.locator('#agenda-list + ol > li').count()).toBeGreaterThanOrEqual(8)
      await page
        .getByRole('button', { name: /^牵头.*市司法局/ })
        .first()
        .click()
      await page.locator('mark').first().waitFor()
      expect((await page.locator('mark').allInnerTexts()).join('')).toContain(
        '由市司法局根据本次会议讨论意见完善后按程序发文实施。',
      )
    })
  },
)
