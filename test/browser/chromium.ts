import { type Browser, chromium } from 'playwright-core'
import { CHROMIUM } from '../machine.ts'

/** The system's Chromium, told to speak to nobody but the page under test. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
