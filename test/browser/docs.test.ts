import { expect, test } from 'vitest'
import { describeWithBrowser } from '../machine.ts'
import { openCity } from '../server/city.ts'
import { startApi } from '../server/running-api.ts'
import { openChromium } from './chromium.ts'

describeWithBrowser('the page that describes the API', () => {
  test('shows every endpoint, keeps to the policy that forbids foreign script, and asks no other host', async () => {
    const store = await openCity()
    const api = await startApi(store)
    const browser = await openChromium()
    const page = await browser.newPage()
    const faults: string[] = []
    const hosts = new Set<string>()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (asked) => hosts.add(new URL(asked.url()).protocol === 'data:' ? '' : new URL(asked.url()).host))
    await page.goto(`${api.base}/docs`)
    await page.waitForSelector('#operations-meetings-listMeetings')
    expect(await page.locator('.opblock').count()).toBeGreaterThan(10)
    await page.locator('#operations-meetings-listMeetings button.opblock-summary-control').click()
    await page.waitForSelector('.parameters-container')
    expect(faults).toEqual([])
    hosts.delete('')
    expect([...hosts]).toEqual([`127.0.0.1:${api.port}`])
    await browser.close()
    await api.stop()
    await store.close()
  })
})
