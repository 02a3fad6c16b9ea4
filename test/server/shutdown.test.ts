import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../browser/running-server.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { SAMPLES, stems } from '../samples/corpus.ts'

const TOKEN = 'sixteen-or-more-signs'

const isRefused = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', () => resolve(true))
  })

describe('a server that is told to stop', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer([`${SAMPLES}/minutes/${stems[0]}.txt`], { WRITE_TOKEN: TOKEN })
  })
  afterAll(() => server.stop())

  test('answers what it was asked, takes nothing new, and ends with 0', async () => {
    const { port } = new URL(server.address)
    const head = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\n'
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'multipart/form-data; boundary=x' }
    const sent = request({ host: '127.0.0.1', port, path: '/api/documents', method: 'POST', headers })
    const answered = new Promise<string>((resolve, reject) => {
      sent.on('response', (response) => void text(response).then(resolve, reject))
      sent.on('error', reject)
    })
    sent.write(head)
    // It has begun to read the upload when it refuses another one.
    const busy = async () => {
      const other = await fetch(`${server.address}/api/documents`, {
        method: 'POST',
        headers,
        body: `${head}\r\n--x--\r\n`,
      })
      return other.status
    }
    while ((await busy()) !== 409);
    server.signal('SIGTERM')
    while (!(await isRefused(Number(port))));
    sent.end(`${smallMinutes({ ordinal: 7 })}\r\n--x--\r\n`)
    expect(await answered).toMatch(/"is":"report".*"added":1/)
    expect(await server.ended).toBe(0)
  }, 60_000)
})
