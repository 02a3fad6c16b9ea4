/** What a run of Schemathesis is told of a store: ids that there are, beside those that it makes up. */
import type { Endpoint } from '../model/api/endpoint.ts'
import type { DocumentId, NodeId, NodeKind } from '../model/graph.ts'
import type { Store } from '../store/port.ts'

/** How many of each kind are given. */
const IDS = 12
/** So often a known id stands in the place of one that is made up. */
const KNOWN = 0.7

export type Known = Record<NodeKind | 'jurisdiction' | 'document' | 'edge' | 'free' | 'offset', string[]>

/** Ids out of one jurisdiction. */
export const knownIn = async (store: Store, jurisdiction: string): Promise<Known> => {
  const { rows } = await store.meetings({ jurisdiction, from: null, to: null, limit: IDS, offset: 0 })
  const slices = await Promise.all(rows.map(({ id }) => store.meetingGraph(id, { of: 'agenda' }, IDS * IDS)))
  const rolls = await Promise.all(rows.slice(0, 2).map(({ id }) => store.meetingGraph(id, { of: 'roll' }, IDS * IDS)))
  const all = [...slices, ...rolls]
  const nodes = all.flatMap((slice) => slice?.nodes ?? [])
  const of = (kind: NodeKind): NodeId[] =>
    [...new Set(nodes.flatMap((node) => (node.kind === kind ? [node.id] : [])))].slice(0, IDS)
  const documents: DocumentId[] = rows.flatMap((meeting) => meeting.documents)
  return {
    jurisdiction: [jurisdiction],
    meeting: of('meeting'),
    item: of('item'),
    decision: of('decision'),
    policy: of('policy'),
    department: of('department'),
    district: of('district'),
    person: of('person'),
    edge: [...new Set(all.flatMap((slice) => slice?.edges.map(({ id }) => id) ?? []))].slice(0, IDS),
    // One may be taken out, so that the others stay to be asked for.
    document: documents.slice(1, IDS),
    free: documents.slice(0, 1),
    offset: ['0', '60', '200', '400'],
  }
}

const BY_PATH: Readonly<Record<string, keyof Known>> = {
  documents: 'document',
  meetings: 'meeting',
  nodes: 'department',
  edges: 'edge',
  bodies: 'department',
  people: 'person',
  policies: 'policy',
}

/** Parameters by their names in the configuration, with the list of ids that they are taken from. */
const bindingsOf = ({ method, path, query, params, body }: Endpoint): Record<string, keyof Known> => {
  const bindings: Record<string, keyof Known> = {}
  const own = BY_PATH[path.split('/')[1] ?? '']
  if ('id' in params.shape && own) bindings['path.id'] = method === 'delete' ? 'free' : own
  if ('jurisdiction' in query.shape) bindings['query.jurisdiction'] = 'jurisdiction'
  if ('shape' in body && 'jurisdiction' in Object(body.shape)) bindings['body.jurisdiction'] = 'jurisdiction'
  if ('item' in query.shape) bindings['query.item'] = 'item'
  if ('document' in query.shape) bindings['query.document'] = 'document'
  if ('edge' in query.shape) bindings['query.edge'] = 'edge'
  if (path === '/curation/place') Object.assign(bindings, { 'query.start': 'offset', 'query.end': 'offset' })
  if ('a' in query.shape) Object.assign(bindings, { 'query.a': 'department', 'query.b': 'department' })
  if (path === '/paths') Object.assign(bindings, { 'query.from': 'department', 'query.to': 'person' })
  return bindings
}

// What JSON writes of a text, TOML reads as the same one.
const text = (value: string): string => JSON.stringify(value)

const STANDS_FOR = /known-([a-z]+)-(\d+)/

const standIns = (name: string, values: readonly string[]): string[] => values.map((_, at) => `known-${name}-${at}`)

/** Schemathesis puts no text with a slash into a path, and every id has one: a word stands for it, which is put right on its way. */
export const withIds = (url: string, known: Known): string =>
  url.replace(STANDS_FOR, (word, name: string, at: string) => {
    const [, values = []] = Object.entries(known).find(([kind]) => kind === name) ?? []
    return encodeURIComponent(values[Number(at)] ?? word)
  })

/** What Schemathesis takes as an answer to well-formed data, and the refusal. */
const ACCEPTED = ['2xx', '3xx', '401', '403', '404', '409', '422', '429', '5xx']

/** A correction that fits its schema may still not fit what is stored (both sides the same, lines that are no events): no schema can say that. */
const canRefuse = ({ path, method }: Endpoint): boolean => path.startsWith('/curation') && method === 'post'

/** In TOML. */
export const configOf = (known: Known, contracts: readonly Endpoint[]): string =>
  [
    ...Object.entries(known).flatMap(([name, values]) =>
      values.length
        ? [
            `[dictionaries.${name}]`,
            `values = [${values.map(text).join(', ')}]`,
            `[dictionaries.${name}-in-path]`,
            `values = [${standIns(name, values).map(text).join(', ')}]`,
            '',
          ]
        : [],
    ),
    ...contracts.flatMap((contract) => {
      const bindings = Object.entries(bindingsOf(contract)).filter(([, name]) => known[name].length > 0)
      const refuses = canRefuse(contract)
      if (bindings.length === 0 && !refuses) return []
      return [
        '[[operations]]',
        `include-operation-id = ${text(contract.name)}`,
        ...(refuses ? [`checks.positive_data_acceptance.expected-statuses = [${ACCEPTED.map(text).join(', ')}]`] : []),
        '[operations.parameters]',
        ...bindings.map(([name, from]) => {
          const dictionary = name.startsWith('path.') ? `${from}-in-path` : from
          return `${text(name)} = { dictionary = ${text(dictionary)}, probability = ${KNOWN} }`
        }),
        '',
      ]
    }),
  ].join('\n')
