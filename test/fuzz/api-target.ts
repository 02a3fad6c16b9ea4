/** Every endpoint, with hostile values in every place that its contract names and in some that it does not. */
import { type Endpoint, Problem } from '../../model/api/endpoint.ts'
import type { Rng } from '../../scripts/samples/prng.ts'
import { routesOf } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { startApi } from '../server/running-api.ts'
import { type Answered, type Asked, Asker } from './ask.ts'
import { mutateBytes } from './byte-mutations.ts'
import { hostileBody, hostileText, type Known } from './hostile-values.ts'
import type { Outcome, Target } from './target.ts'

export const TOKEN = 'sixteen-or-more-signs'

export const knownIn = async (store: Store): Promise<Known> => {
  const places = (await store.jurisdictions()).map(({ id }) => id)
  const heads = await store.documentHeads()
  const all = await Promise.all(places.map((id) => store.fingerprints(id)))
  const nodes = all.flatMap((one) => [...one.nodes.keys()])
  const first = (list: string[]) => (list.length ? list.slice(0, 3000) : ['none'])
  return {
    jurisdiction: first(places),
    node: first(nodes),
    meeting: first(nodes.filter((id) => id.includes('/meeting/'))),
    item: first(nodes.filter((id) => id.includes('/item/'))),
    edge: first(all.flatMap((one) => [...one.edges.keys()])),
    document: first(heads.map(({ id }) => id)),
    day: ['2022-01-01', '2022-06-30', '2023-03-03', '2024-12-31'],
  }
}

/** As an address carries it; sometimes as no address should. */
const encoded = (rng: Rng, text: string): string => {
  if (rng.chance(0.02)) return rng.pick(['%', '%zz', '%ED%A0%80', '%C0%80', '%FF', '%E5%B8', '+', '%u5e02'])
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
}

const pathOf = (rng: Rng, { path, params }: Endpoint, known: Known): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => {
    const schema = params.shape[name]
    return schema ? encoded(rng, hostileText(rng, name, schema, known)) : 'x'
  })

const queryOf = (rng: Rng, { query }: Endpoint, known: Known): string => {
  const parts = Object.entries(query.shape).flatMap(([name, schema]) => {
    if (rng.chance(/jurisdiction|^q$|^kind$|^ids$/u.test(name) ? 0.04 : 0.5)) return []
    const key = rng.chance(0.02) ? `${name}${rng.pick(['[]', '[a]', '[__proto__]', '.x', '%00'])}` : name
    const one = `${key}=${encoded(rng, hostileText(rng, name, schema, known))}`
    return rng.chance(0.02) ? [one, one] : [one]
  })
  if (rng.chance(0.03)) parts.push(rng.pick(['other=1', '__proto__[a]=1', '=', '&&', 'a'.repeat(3000), 'toString=1']))
  return parts.length ? `?${parts.join('&')}` : ''
}

const ODD_HEADERS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['accept', ['*/*', 'text/html', 'application/json;q=0', 'x', '*', ',,,', 'a/b;'.repeat(300)]],
  ['accept-encoding', ['gzip', 'br', 'x', 'gzip;q=9', 'identity;q=0, *;q=0']],
  ['if-none-match', ['*', '""', 'W/""', 'x', '"a", "b"', '"'.repeat(100)]],
  ['if-modified-since', ['never', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['range', ['bytes=0-1', 'bytes=5-1', 'x']],
  ['content-type', ['application/json', 'application/json; charset=utf-16', 'text/plain', 'x', 'multipart/form-data']],
  ['content-encoding', ['gzip', 'br', 'x']],
  ['authorization', ['Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${TOKEN} x`]],
  ['origin', ['null', 'http://evil.example', 'x']],
  ['sec-fetch-site', ['cross-site', 'same-origin', 'x']],
  ['x-request-id', ['a', '\u00ff', 'a'.repeat(4000)]],
  ['cookie', ['a=b', '='.repeat(200)]],
]

const headersOf = (rng: Rng, { write }: Endpoint): Record<string, string> => {
  const headers: Record<string, string> = write && rng.chance(0.9) ? { authorization: `Bearer ${TOKEN}` } : {}
  while (rng.chance(0.12)) {
    const [name, values] = rng.pick(ODD_HEADERS)
    headers[name] = rng.pick(values)
  }
  return headers
}

const bodyOf = (rng: Rng, { body, method }: Endpoint, known: Known): Buffer | null => {
  if (method === 'get') return rng.chance(0.01) ? Buffer.from('{}') : null
  const json = JSON.stringify(rng.chance(0.9) ? hostileBody(rng, body, known) : '['.repeat(rng.int(1, 5000))) ?? ''
  const bytes = Buffer.from(json)
  return rng.chance(0.2) ? mutateBytes(rng, bytes, bytes) : bytes
}

const faultsOf = ({ method, path }: Asked, { status, type, body }: Answered): string[] => {
  const asked = `${method} ${path.slice(0, 600)}`
  if (status >= 500) return [`${status} to ${asked}: ${body.toString().slice(0, 300)}`]
  if (status < 400 || method === 'HEAD') return []
  if (!type.startsWith('application/problem+json')) return [`${status} to ${asked} comes as ${type}`]
  const problem = Problem.safeParse(JSON.parse(body.toString()))
  return problem.success && problem.data.status === status ? [] : [`${status} to ${asked} is no problem document`]
}

const rawRequest = (rng: Rng, { method, path, headers }: Asked): Buffer => {
  const lines = Object.entries({ host: '127.0.0.1', connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const whole = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  return mutateBytes(rng, whole, whole)
}

/** The store is not closed with it. */
export const apiTarget = async (store: Store): Promise<Target> => {
  const api = await startApi(store, { access: { token: TOKEN, hosts: null } })
  const asker = new Asker(api.port)
  const known = await knownIn(store)
  const contracts = routesOf(store, '0')
    .map(({ contract }) => contract)
    // Uploads are a target of their own, and what removes would leave nothing to ask about.
    .filter(({ files, method }) => !files && method !== 'delete')
  const attack = async (rng: Rng): Promise<Outcome> => {
    const contract = rng.pick(contracts)
    const method = rng.chance(0.03)
      ? rng.pick(['HEAD', 'OPTIONS', 'PATCH', 'PUT', 'TRACE', 'POST'])
      : contract.method.toUpperCase()
    const asked = {
      method,
      path: `/api${pathOf(rng, contract, known)}${queryOf(rng, contract, known)}`,
      headers: headersOf(rng, contract),
      body:
        method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'TRACE'
          ? null
          : bodyOf(rng, contract, known),
    }
    if (asked.body && !asked.headers['content-type']) asked.headers['content-type'] = 'application/json'
    if (rng.chance(0.03)) {
      const bytes = rawRequest(rng, asked)
      const answer = (await asker.raw(bytes)).toString('latin1')
      const status = /^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 'none'
      return {
        kind: `raw: ${status}`,
        bytes: bytes.length,
        faults: status.startsWith('5') ? [`raw ${status}: ${bytes.toString('latin1')}`] : [],
      }
    }
    const answer = await asker.ask(asked)
    return {
      kind: String(answer.status),
      bytes: asked.path.length + (asked.body?.length ?? 0),
      faults: faultsOf(asked, answer),
    }
  }
  return {
    name: 'API',
    attack,
    close: async () => {
      asker.close()
      await api.stop()
    },
  }
}
