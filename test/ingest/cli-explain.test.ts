import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paintFor } from '../../ingest/cli-explain.ts'
import { colours, plain } from '../../ingest/explain/paint.ts'
import { Desk } from './command-line.ts'
import { printedPdf } from './read/build-pdf.ts'
import { smallMinutes } from './small-minutes.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.clear())

describe('parse --explain', () => {
  test('prints for a person and no record, and a refused file as ever', async () => {
    desk.put('a.pdf', printedPdf(smallMinutes(), 9))
    desk.put('scan.pdf', printedPdf('', 9).subarray(0, 60))
    const { status, stdout, stderr } = await desk.run(['parse', '--explain', 'a.pdf', 'scan.pdf'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^a\.pdf \(pdf, parser /)
    expect(stdout).toContain('⟦市住建局|lead⟧')
    expect(stdout).not.toContain('\u001b')
    expect(stdout).not.toContain('{"source"')
    expect(stderr).toMatch(/^scan\.pdf: the PDF is broken: .*\n$/)
  })
})

describe('colours', () => {
  const paint = (isTTY: boolean, env: Record<string, string> = {}) =>
    paintFor({ env, stdout: Object.assign(new PassThrough(), { isTTY }) })
  test('are for a terminal that bears them', () => {
    expect(paint(true)).toBe(colours)
    expect(paint(false)).toBe(plain)
    expect(paint(true, { TERM: 'dumb' })).toBe(plain)
  })
  test('go when NO_COLOR is set to anything', () => {
    expect(paint(true, { NO_COLOR: '1' })).toBe(plain)
    expect(paint(true, { NO_COLOR: '' })).toBe(colours)
  })
})
