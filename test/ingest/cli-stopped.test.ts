import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk, lines } from './command-line.ts'
import { smallMinutes } from './small-minutes.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.clear())

describe('ingest that is stopped', () => {
  const PLACES = Array.from('甲乙丙丁戊己庚辛', (name) => `${name}州市`)
  const MEETINGS = 30
  const prepare = () => {
    for (const place of PLACES)
      for (let ordinal = 1; ordinal <= MEETINGS; ordinal++)
        desk.put(`minutes/${place}-${ordinal}.txt`, smallMinutes({ issuer: `${place}人民政府`, ordinal }))
  }
  /** Sends the signal when the `nth` jurisdiction is about to be written. */
  const interrupt = async (signal: NodeJS.Signals, nth: number) => {
    const child = desk.start(['ingest', 'minutes'])
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.once('exit', (code, by) => resolve([code, by])),
    )
    const stdout = child.stdout ? text(child.stdout) : ''
    let writing = 0
    if (child.stderr)
      for await (const line of createInterface(child.stderr))
        if (line.startsWith('writing') && ++writing === nth) child.kill(signal)
    return { ended: await ended, stdout: await stdout }
  }
  const wholePlaces = async () => {
    const { places } = await desk.contents()
    for (const place of places)
      expect(place).toMatchObject({
        documents: MEETINGS,
        counts: { meeting: MEETINGS, item: MEETINGS, decision: MEETINGS },
      })
    return places.length
  }
  const finish = async () => {
    const again = await desk.run(['ingest', 'minutes'])
    expect(again.status).toBe(0)
    await desk.run(['ingest', 'minutes'], { DATA_DIR: 'undisturbed' })
    expect(await desk.contents()).toEqual(await desk.contents('undisturbed'))
  }

  test('by kill -9 leaves whole jurisdictions, and running it again finishes the job', async () => {
    prepare()
    const { ended } = await interrupt('SIGKILL', 3)
    expect(ended).toEqual([null, 'SIGKILL'])
    const stored = await wholePlaces()
    expect(stored).toBeGreaterThanOrEqual(2)
    expect(stored).toBeLessThan(PLACES.length)
    await finish()
  })
  test('by Ctrl-C says what is stored, with status 130, and running it again finishes the job', async () => {
    prepare()
    const { ended, stdout } = await interrupt('SIGINT', 3)
    expect(ended).toEqual([130, null])
    const stored = await wholePlaces()
    expect(stored).toBeLessThan(PLACES.length)
    expect(stdout).toContain('interrupted: what is listed as stored is stored in full')
    expect(lines(stdout).filter((line) => line.endsWith(`: ${MEETINGS} documents, ${MEETINGS} meetings`))).toHaveLength(
      stored,
    )
    await finish()
  })
})

describe('a wait for Neo4j', () => {
  test('is ended by Ctrl-C at once, with status 130 and a word about it', async () => {
    // Takes the connection and never says a word, as a server that hangs.
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A TCP server that listens has an address of this type.
    const { port } = server.address() as AddressInfo
    desk.put('minutes/one.txt', smallMinutes({}))
    const uri = `bolt://127.0.0.1:${port}`
    const child = desk.start(['ingest', 'minutes'], { NEO4J_URI: uri, NEO4J_PASSWORD: 'nobody asks' })
    server.once('connection', () => child.kill('SIGINT'))
    const stderr = child.stderr ? text(child.stderr) : ''
    const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
    expect(await stderr).toBe(`stopping …\nthe wait for Neo4j at ${uri} was broken off\n`)
    expect(status).toBe(130)
    server.close()
  })
})
