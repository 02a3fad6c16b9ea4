/** Uploads: good files under bad names, bad files under good ones, and multipart that is broken itself. */
import { addDocuments } from '../../model/api/documents.ts'
import { FailedLine, Problem } from '../../model/api/endpoint.ts'
import type { Rng } from '../../scripts/samples/prng.ts'
import type { Store } from '../../store/port.ts'
import { startApi } from '../server/running-api.ts'
import { TOKEN } from './api-target.ts'
import { type Answered, Asker } from './ask.ts'
import { mutateBytes } from './byte-mutations.ts'
import { ENCODINGS, encodeAs } from './encodings.ts'
import { pickText, type Seeds } from './seeds.ts'
import type { Outcome, Target } from './target.ts'
import { mutateText } from './text-mutations.ts'

/** So that the store does not grow with every input: the same few names come again and again, and replace what they were. */
const NAMES = ['a.txt', '第一次.txt', 'c.html', 'd.md', '纪要 (1).txt']
export const ODD_NAMES = [
  '../a.txt',
  '..\\a.txt',
  '/etc/passwd',
  'C:\\CON',
  'CON',
  'nul.txt',
  'aux',
  '.',
  '..',
  '...',
  '',
  ' ',
  'a\0.txt',
  'a%00.txt',
  'a\n.txt',
  'a/b.txt',
  `${'a'.repeat(255)}.txt`,
  `${'纪'.repeat(251)}.txt`,
  `${'纪'.repeat(300)}.txt`,
  'a\u202etxt.exe',
  'a\u200b.txt',
  '-rf',
  '~',
  '#?%.txt',
  'a;b="c".txt',
  '\ufeffa.txt',
  'e\u0301.txt',
]
const LONGEST_STORED = 12

const partOf = (rng: Rng, name: string, content: Buffer): Buffer => {
  const field = rng.chance(0.05)
    ? `filename*=UTF-8''${encodeURIComponent(name)}`
    : `filename="${name.replaceAll('"', '%22')}"`
  const type = rng.pick(['text/plain', 'application/octet-stream', 'x', 'text/plain; charset=utf-16'])
  return Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; name="f"; ${field}\r\nContent-Type: ${type}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ])
}

const contentOf = (rng: Rng, seeds: Seeds): Buffer => {
  const text = pickText(rng, seeds)
  const bytes = encodeAs(
    rng.chance(0.7) ? 'utf-8' : rng.pick(ENCODINGS),
    rng.chance(0.5) ? mutateText(rng, text, pickText(rng, seeds)) : text,
  )
  return rng.chance(0.3) ? mutateBytes(rng, bytes, bytes) : bytes
}

const bodyOf = (rng: Rng, seeds: Seeds): Buffer => {
  const parts = Array.from({ length: rng.pick([1, 1, 1, 2, 3]) }, () =>
    partOf(rng, rng.chance(0.8) ? rng.pick(NAMES) : rng.pick(ODD_NAMES), contentOf(rng, seeds)),
  )
  const whole = Buffer.concat([...parts, Buffer.from('--b--\r\n')])
  return rng.chance(0.3) ? mutateBytes(rng, whole, whole) : whole
}

const judge = ({ status, body }: Answered): Omit<Outcome, 'bytes'> => {
  const text = body.toString()
  if (status !== 200) {
    const problem = Problem.safeParse(JSON.parse(text))
    return { kind: String(status), faults: status < 500 && problem.success ? [] : [`${status}: ${text.slice(0, 400)}`] }
  }
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const last = lines.at(-1)
  const told = addDocuments.reply.safeParse(last)
  if (!told.success || told.data.is !== 'report') {
    const failed = FailedLine.safeParse(last)
    return { kind: failed.success ? `failed: ${failed.data.problem.code}` : 'broken off', faults: [text.slice(-600)] }
  }
  const { refused, read, unchanged } = told.data.report
  const faults = refused.filter(({ reason }) => reason.includes('fault of Jiyao')).map(({ reason }) => reason)
  return { kind: read ? 'read' : unchanged ? 'unchanged' : 'all files refused', faults }
}

/** Into this store, which is kept small. */
export const uploadTarget = async (store: Store, seeds: Seeds): Promise<Target> => {
  const api = await startApi(store, { access: { token: TOKEN, hosts: null } })
  const asker = new Asker(api.port)
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'multipart/form-data; boundary=b' }
  const send = (method: string, path: string, body: Buffer | null) => asker.ask({ method, path, headers, body })
  /** Texts of damaged mastheads found places of their own: as many as there are names would pile up. */
  const clear = async (): Promise<string[]> => {
    const heads = await store.documentHeads()
    const faults: string[] = []
    for (const { id } of heads.length > LONGEST_STORED ? heads : []) {
      const { status, body } = await send('DELETE', `/api/documents/${encodeURIComponent(id)}`, null)
      // What replaces another document of its id has taken it out already.
      if (status !== 200 && status !== 404)
        faults.push(`${status} when ${id} is taken out: ${body.toString().slice(0, 300)}`)
    }
    return faults
  }
  return {
    name: 'upload',
    attack: async (rng) => {
      const body = bodyOf(rng, seeds)
      const { kind, faults } = judge(await send('POST', '/api/documents', body))
      return { kind, bytes: body.length, faults: [...faults, ...(await clear())] }
    },
    close: async () => {
      asker.close()
      await api.stop()
    },
  }
}
