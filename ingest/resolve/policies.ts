import type { Evidence, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import { decide, decidedNames, joinedBlocks } from './decided.ts'
import { foldForm, mostFrequent } from './fold.ts'
import type { IdentityDecisions, Unapplied } from './identity-decisions.ts'
import type { MeetingSources } from './meeting-key.ts'
import { policyKey, withoutStage } from './policy-key.ts'

/** One place where a title is printed. */
export type PolicyUse = {
  title: string
  day: string | null
  meeting: string
  stage: string | null
  considered: boolean
  leads: readonly string[]
  evidence: Evidence
}
export type KnownPolicy = {
  thing: string
  id: NodeId
  key: string
  title: string
  forms: string[]
  abbreviations: string[]
  uses: PolicyUse[]
}

/** What a printed title comes to. */
type Title = { folded: string; key: string; plain: string }

/** The policies of one jurisdiction, from all titles that its records print and what people decided about them. */
export class Policies {
  readonly #home: string
  readonly #byMention = new Map<string, KnownPolicy>()
  readonly #byKey = new Map<string, KnownPolicy>()
  readonly #titles = new Map<string, Title>()
  readonly #apart = new Set<string>()
  readonly all: KnownPolicy[] = []
  readonly unapplied: Unapplied

  constructor(home: string, meetings: readonly MeetingSources[], decisions: IdentityDecisions) {
    this.#home = home
    const uses = new Map<string, PolicyUse[]>()
    const short = new Map<string, string[]>()
    this.#collect(meetings, uses, short)
    const blocks = new Map([...uses].map(([mention, [use]]) => [mention, this.#title(use?.title ?? mention).key]))
    const decided = decide(decisions, {
      kind: 'policy',
      keyOf: ({ meeting, title }) => this.#mention(meeting, title),
      blocks,
    })
    const sets = joinedBlocks(decided)
    const thingOf = (mention: string) => sets.find(decided.blockOf.get(mention) ?? mention)
    const { names, conflicts } = decidedNames(decided.names, thingOf)
    const things = new Map<string, string[]>()
    for (const mention of uses.keys()) {
      const thing = thingOf(mention)
      const known = things.get(thing)
      if (known) known.push(mention)
      else things.set(thing, [mention])
    }
    for (const [thing, mentions] of [...things].sort(([a], [b]) => byCodeUnits(a, b)))
      this.#make(thing, mentions.sort(byCodeUnits), { uses, short, names })
    for (const [a, b] of decided.apart) this.#apart.add(pairKey(sets.find(a), sets.find(b)))
    this.unapplied = { conflicts: [...decided.conflicts, ...conflicts], dangling: decided.dangling }
  }

  #title(printed: string): Title {
    const known = this.#titles.get(printed)
    if (known) return known
    const title = { folded: foldForm(printed), key: policyKey(printed, this.#home), plain: withoutStage(printed) }
    this.#titles.set(printed, title)
    return title
  }

  #mention(meeting: string, printed: string): string {
    return `${meeting}|${this.#title(printed).folded}`
  }

  #collect(meetings: readonly MeetingSources[], uses: Map<string, PolicyUse[]>, short: Map<string, string[]>): void {
    const add = <Value>(all: Map<string, Value[]>, key: string, value: Value) => {
      const known = all.get(key)
      if (known) known.push(value)
      else all.set(key, [value])
    }
    for (const { key: meeting, day, sources } of meetings)
      for (const { document, record } of sources)
        for (const item of record.items) {
          const leads = item.decisions.flatMap(({ lead }) => lead)
          const use = (title: string, span: { start: number; end: number }) => ({
            title,
            day,
            meeting,
            evidence: { document, start: span.start, end: span.end },
          })
          for (const { title, stage, abbreviation, span } of item.policies) {
            const mention = this.#mention(meeting, title)
            add(uses, mention, { ...use(title, span), stage: stage ?? null, considered: true, leads })
            if (abbreviation !== undefined) add(short, mention, abbreviation)
          }
          for (const { title, span } of item.cites)
            add(uses, this.#mention(meeting, title), { ...use(title, span), stage: null, considered: false, leads: [] })
        }
  }

  #make(
    thing: string,
    mentions: readonly string[],
    {
      uses,
      short,
      names,
    }: {
      uses: ReadonlyMap<string, readonly PolicyUse[]>
      short: ReadonlyMap<string, readonly string[]>
      names: ReadonlyMap<string, string>
    },
  ): void {
    const own = mentions.flatMap((mention) => uses.get(mention) ?? []).sort(byDay)
    const printed = own.map(({ title }) => title)
    const abbreviations = mentions.flatMap((mention) => short.get(mention) ?? [])
    const policy: KnownPolicy = {
      thing,
      id: `${this.#home}/policy/${thing.replaceAll('|', ' ')}`,
      key: this.#title(printed[0] ?? thing).key,
      title: names.get(thing) ?? mostFrequent(printed.map((title) => this.#title(title).plain)),
      forms: [...new Set([...printed, ...abbreviations])].sort(byCodeUnits),
      abbreviations,
      uses: own,
    }
    this.all.push(policy)
    if (!this.#byKey.has(policy.key)) this.#byKey.set(policy.key, policy)
    for (const mention of mentions) this.#byMention.set(mention, policy)
  }

  /** Whether people have decided that these are two. */
  areTwo(a: KnownPolicy, b: KnownPolicy): boolean {
    return this.#apart.has(pairKey(a.thing, b.thing))
  }

  /** Throws for a title that the meeting does not print. */
  id(meeting: string, title: string): NodeId {
    const policy = this.#byMention.get(this.#mention(meeting, title))
    if (!policy) throw new Error(`${title} is not printed by ${meeting}`)
    return policy.id
  }

  /** Of a title or a key, wherever it is printed. */
  withTitle(title: string): KnownPolicy | null {
    return this.#byKey.get(this.#title(title).key) ?? null
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

const byDay = (a: PolicyUse, b: PolicyUse): number =>
  byCodeUnits(a.day ?? '', b.day ?? '') ||
  byCodeUnits(a.evidence.document, b.evidence.document) ||
  a.evidence.start - b.evidence.start ||
  a.evidence.end - b.evidence.end
