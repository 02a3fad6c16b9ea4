/** How well the resolver tells who is who in a city whose truth is known. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../../ingest/parse/parse.ts'
import { repair } from '../../ingest/repair/repair.ts'
import type { Source } from '../../ingest/resolve/meeting-key.ts'
import { type Resolved, resolve } from '../../ingest/resolve/resolve.ts'
import type { NodeId } from '../../model/graph.ts'
import type { storiesOf } from '../../scripts/samples/truth.ts'

type Stories = ReturnType<typeof storiesOf>
export type City = { stories: Stories; sources: Source[]; graph: Resolved }
/** One mention: what it truly is, and what the resolver took it for. */
export type Told = { truth: string; found: string; mention: string }
export type Score = { precision: number; recall: number; mentions: number; merged: string[]; split: string[] }

export const readCity = (folder: string): City => {
  // The generator wrote this file.
  const stories = JSON.parse(readFileSync(join(folder, 'truth/stories.json'), 'utf8')) as Stories
  const sources = readdirSync(join(folder, 'minutes')).map((name): Source => {
    const text = readFileSync(join(folder, 'minutes', name), 'utf8')
    const record = parse(repair(text), { path: name, sha256: '0'.repeat(64), format: 'txt' })
    return { document: `${stories.city}/document/${name.replace('.txt', '')}`, record }
  })
  return { stories, sources, graph: resolve({ id: stories.city, issuer: `${stories.city}人民政府` }, sources) }
}

const stem = (document: string): string => document.split('/').at(-1) ?? ''
const pairs = (count: number): number => (count * (count - 1)) / 2
const tally = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
const pairsIn = (keys: readonly string[]): number => [...tally(keys).values()].reduce((sum, one) => sum + pairs(one), 0)

const several = (told: readonly Told[], of: 'found' | 'truth', by: 'found' | 'truth'): string[] => {
  const groups = new Map<string, Set<string>>()
  for (const one of told) groups.set(one[by], (groups.get(one[by]) ?? new Set()).add(one[of]))
  return [...groups].filter(([, all]) => all.size > 1).map(([key, all]) => `${key}: ${[...all].sort().join(' | ')}`)
}

/** Over all pairs of mentions: how many that were made one are one, and how many that are one were made one. */
export const scoreOf = (told: readonly Told[]): Score => {
  const both = pairsIn(told.map(({ truth, found }) => `${truth}|${found}`))
  const [found, truth] = [pairsIn(told.map((one) => one.found)), pairsIn(told.map((one) => one.truth))]
  return {
    precision: found === 0 ? 1 : both / found,
    recall: truth === 0 ? 1 : both / truth,
    mentions: told.length,
    merged: several(told, 'truth', 'found'),
    split: several(told, 'found', 'truth'),
  }
}

/** Chair, roll and recorder of every document; the roll is matched by name and body, as the parser may order it otherwise. */
export const peopleTold = (
  { stories, sources, graph }: City,
  goldOf: (stem: string) => { attendance: readonly { person: string; body: string | null }[] },
): Told[] => {
  const at = new Map<string, NodeId>()
  for (const { type, from, evidence } of graph.edges)
    if (type === 'ATTENDED' || type === 'ABSENT_FROM' || type === 'CHAIRED' || type === 'RECORDED')
      for (const { document, start } of evidence)
        at.set(`${type} ${document} ${start} ${type === 'RECORDED' ? from.split('/').at(-1)?.split('@')[0] : ''}`, from)
  return sources.flatMap(({ document, record }) => {
    const truth = stories.identity.mentions[stem(document)]
    if (!truth) return []
    const people = truth.attendance.split(' ')
    const byEntry = new Map(
      goldOf(stem(document)).attendance.map(({ person, body }, index) => [`${person}@${body}`, people[index] ?? '']),
    )
    const { chair, recorders, spans } = record.meeting
    const mention = (of: string) => `${stem(document)} ${of}`
    const roll = record.attendance.flatMap(({ person, body, role, span }) => {
      const is = byEntry.get(`${person}@${body}`)
      const found = at.get(`${role === 'absent' ? 'ABSENT_FROM' : 'ATTENDED'} ${document} ${span.start} `)
      return is === undefined || found === undefined
        ? []
        : [{ truth: is, found, mention: mention(`${body} ${person}`) }]
    })
    const chaired = at.get(`CHAIRED ${document} ${chair?.span.start} `)
    const kept = recorders.flatMap((name, index) => {
      const found = at.get(`RECORDED ${document} ${spans.recorders?.start} ${name}`)
      const is = truth.recorders[index]
      return is === undefined || found === undefined ? [] : [{ truth: is, found, mention: mention(`记录 ${name}`) }]
    })
    return [
      ...roll,
      ...kept,
      ...(chaired === undefined ? [] : [{ truth: truth.chair, found: chaired, mention: mention('主持') }]),
    ]
  })
}

/** Every place where a body of the truth is printed; bodies before and after a reform are one line. */
export const bodiesTold = ({ stories, sources, graph }: City): Told[] => {
  const truth = new Map(
    Object.entries(stories.identity.bodies).flatMap(([id, forms]) => forms.map((form) => [form, id] as const)),
  )
  const line = new Map<string, string>()
  for (const { type, from, to } of graph.edges) if (type === 'SUCCEEDS') line.set(from, to)
  const root = (id: string): string => {
    const before = line.get(id)
    return before === undefined ? id : root(before)
  }
  const nodes = new Map(
    graph.nodes.flatMap((node) =>
      node.kind === 'department' || node.kind === 'district'
        ? node.forms.map((form) => [form, root(node.id)] as const)
        : [],
    ),
  )
  const printed = sources.flatMap(({ document, record }) =>
    [
      ...record.attendance.flatMap(({ body }) => body ?? []),
      ...record.representatives.map(({ body }) => body),
      ...record.items.flatMap(({ mentions }) => mentions.map(({ body }) => body)),
    ].map((form) => ({ form, mention: `${stem(document)} ${form}` })),
  )
  return printed.flatMap(({ form, mention }) => {
    const [is, found] = [truth.get(form), nodes.get(form)]
    return is === undefined || found === undefined ? [] : [{ truth: is, found, mention }]
  })
}

/** Every title of the truth, with the policy and edition that it means. */
export const policiesTold = ({ stories, graph, sources }: City): Told[] => {
  const documents = new Map(sources.map(({ document }) => [stem(document), document]))
  const at = new Map<string, string>()
  for (const edge of graph.edges)
    if (edge.type === 'CONSIDERS' || edge.type === 'CITES')
      for (const { document } of edge.evidence)
        at.set(`${document} ${edge.from.split('/').at(-1)} ${edge.props.printedTitle}`, edge.to)
  return stories.identity.policies.flatMap(([doc, item, title, policy]) => {
    const found = at.get(`${documents.get(doc)} ${item} ${title}`)
    return found === undefined ? [] : [{ truth: policy, found, mention: `${doc} ${item} ${title}` }]
  })
}

/** Of the pairs of nodes that are truly one person: how many are at least possibly the same. */
export const doubtsOf = (told: readonly Told[], { graph }: City): { split: number; linked: number } => {
  const linked = new Set(
    graph.edges.flatMap(({ type, from, to }) => (type === 'POSSIBLY_SAME' ? [`${from}|${to}`, `${to}|${from}`] : [])),
  )
  const nodes = new Map<string, Set<string>>()
  for (const { truth, found } of told) nodes.set(truth, (nodes.get(truth) ?? new Set()).add(found))
  const all = [...nodes.values()].flatMap((found) =>
    [...found].flatMap((a, index) => [...found].slice(index + 1).map((b) => `${a}|${b}`)),
  )
  return { split: all.length, linked: all.filter((pair) => linked.has(pair)).length }
}

/** Pairs of nodes as `from|to`: those of the truth, and those that are drawn. */
export type EdgePair = { wanted: string[]; found: ReadonlySet<string> }

const drawn = ({ graph }: City, of: 'EDITION_OF' | 'RESUMES'): ReadonlySet<string> =>
  new Set(graph.edges.flatMap(({ type, from, to }) => (type === of ? [`${from}|${to}`] : [])))

const steps = <Value>(values: readonly Value[]): [Value, Value][] =>
  values.slice(1).flatMap((value, at) => values.slice(at, at + 1).map((before): [Value, Value] => [value, before]))

/** Of every yearly policy each edition with the one before. */
export const editionsTold = (city: City): EdgePair => {
  const nodes = new Map(policiesTold(city).map(({ mention, found }) => [mention, found]))
  const nodeOf = ({ doc, item, title }: { doc: string; item: number; title: string }) =>
    nodes.get(`${doc} ${item} ${title}`)
  const wanted = city.stories.yearly.flatMap(({ editions }) =>
    steps(editions).map(([later, earlier]) => `${nodeOf(later)}|${nodeOf(earlier)}`),
  )
  return { wanted, found: drawn(city, 'EDITION_OF') }
}

/** Of every policy that was put off the item that takes it up again with the one that put it off. */
export const returnsTold = (city: City): EdgePair => {
  const meetings = new Map(
    city.graph.nodes.flatMap((node) =>
      node.kind === 'meeting'
        ? node.documents.map((document) => [stem(document), node.id.split('/').at(-1)] as const)
        : [],
    ),
  )
  const itemOf = ({ doc, item }: { doc: string; item: number }) =>
    `${city.stories.city}/item/${meetings.get(doc)}/${item}`
  const wanted = city.stories.returns.flatMap((policy) =>
    steps(policy.steps)
      .filter(([, before]) => before.outcome === 'deferred')
      .map(([later, before]) => `${itemOf(later)}|${itemOf(before)}`),
  )
  return { wanted, found: drawn(city, 'RESUMES') }
}
