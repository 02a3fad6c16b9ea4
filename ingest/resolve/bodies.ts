import type { Evidence, Jurisdiction, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MinutesRecord, Span } from '../../model/record.ts'
import { type Body, bodyReader } from './body.ts'
import { decide, decidedNames, joinedBlocks } from './decided.ts'
import { foldForm, mostCounted } from './fold.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { IdentityDecisions, Unapplied } from './identity-decisions.ts'
import type { MeetingSources } from './meeting-key.ts'

/** The days between which a form is printed, with the place of the first and of the last. */
export type Days = { first: string | null; last: string | null; evidence: { first: Evidence; last: Evidence } }
export type KnownBody = Body & {
  id: NodeId
  label: string
  forms: Map<string, Days>
  /** Wherever it is printed, and on rolls alone. */
  all: Days | null
  roll: Days | null
}

/** Every body that a record names, with the place. */
const eachBody = (
  { items, attendance, representatives }: MinutesRecord,
  visit: (form: string, span: Span, onRoll: boolean) => void,
): void => {
  for (const { body, span, role } of attendance) if (body !== null) visit(body, span, role !== 'absent')
  for (const { body, span } of representatives) visit(body, span, true)
  for (const { decisions, tasks, mentions } of items) {
    for (const parts of [decisions, tasks])
      for (const { lead, joint, cooperating, span } of parts)
        for (const bodies of [lead, joint, cooperating]) for (const body of bodies) visit(body, span, false)
    for (const { submitTo, issuedAs, span } of decisions) {
      if (submitTo !== null) visit(submitTo, span, false)
      if (issuedAs !== null) visit(issuedAs, span, false)
    }
    for (const { body, span } of mentions) visit(body, span, false)
  }
}

type Day = string | null
/** Both days known or unknown: an unknown day is neither first nor last where another is known. */
const begins = (day: Day, { first }: Days): boolean => day !== null && (first === null || day < first)
const ends = (day: Day, { last }: Days): boolean => day !== null && (last === null || day > last)

const started = (day: Day, evidence: Evidence): Days => ({
  first: day,
  last: day,
  evidence: { first: evidence, last: evidence },
})

/** `at` is asked where it counts alone: most bodies stand in every meeting in many places. */
const extend = <Place>(known: Days, day: Day, place: Place, at: (place: Place) => Evidence): void => {
  if (begins(day, known)) {
    known.first = day
    known.evidence.first = at(place)
  }
  if (ends(day, known)) {
    known.last = day
    known.evidence.last = at(place)
  }
}

type Use = { form: string; count: number; days: Days; roll: Days | null; body: KnownBody | null }
type Uses = { all: Use[] /** In the order in which each record names them. */; named: Map<MinutesRecord, Use[]> }

const usesOf = (meetings: readonly MeetingSources[]): Uses => {
  const uses = new Map<string, Use>()
  const named = new Map<MinutesRecord, Use[]>()
  for (const { day, sources } of meetings)
    for (const { document, record } of sources) {
      const here: Use[] = []
      const at = ({ start, end }: Span): Evidence => ({ document, start, end })
      named.set(record, here)
      eachBody(record, (form, span, onRoll) => {
        const known = uses.get(form)
        const use = known ?? { form, count: 0, days: started(day, at(span)), roll: null, body: null }
        if (known) extend(known.days, day, span, at)
        else uses.set(form, use)
        use.count++
        if (onRoll && use.roll) extend(use.roll, day, span, at)
        else if (onRoll) use.roll = started(day, at(span))
        here.push(use)
      })
    }
  return { all: [...uses.values()], named }
}

const itself = (evidence: Evidence): Evidence => evidence

const merged = (a: Days | null, b: Days | null): Days | null => {
  if (!a || !b) return a ?? b
  const one: Days = { ...a, evidence: { ...a.evidence } }
  extend(one, b.first, b.evidence.first, itself)
  extend(one, b.last, b.evidence.last, itself)
  return one
}

/** The bodies of one jurisdiction, from all forms that its records print and what people decided about them. */
export class Bodies {
  readonly #read: (printed: string) => Body
  readonly #byForm = new Map<string, KnownBody>()
  readonly #named: ReadonlyMap<MinutesRecord, readonly Use[]>
  readonly all: KnownBody[] = []
  readonly unapplied: Unapplied

  constructor(jurisdiction: Jurisdiction, meetings: readonly MeetingSources[], decisions: IdentityDecisions) {
    this.#read = bodyReader(jurisdiction)
    const uses = usesOf(meetings)
    this.#named = uses.named
    const forms = new Map<string, Use[]>()
    for (const use of uses.all) {
      const form = foldForm(use.form)
      const known = forms.get(form)
      if (known) known.push(use)
      else forms.set(form, [use])
    }
    const keyOf = (form: string) => this.#read(form).key
    const blocks = new Map([...forms.keys()].map((form) => [form, keyOf(form)]))
    const decided = decide(decisions, { kind: 'body', keyOf: ({ form }) => foldForm(form), blocks })
    const sets = joinedBlocks(decided)
    const thingOf = (form: string) => sets.find(decided.blockOf.get(form) ?? form)
    const { names, conflicts } = decidedNames(decided.names, thingOf)
    const things = new Map<string, string[]>()
    for (const form of [...forms.keys()].sort(byCodeUnits))
      things.set(thingOf(form), [...(things.get(thingOf(form)) ?? []), form])
    this.#make(jurisdiction, things, { forms, names })
    this.unapplied = { conflicts: [...decided.conflicts, ...conflicts], dangling: decided.dangling }
  }

  #make(
    jurisdiction: Jurisdiction,
    things: ReadonlyMap<string, readonly string[]>,
    { forms, names }: { forms: ReadonlyMap<string, readonly Use[]>; names: ReadonlyMap<string, string> },
  ): void {
    const taken = new Set<string>()
    // What a decision has taken out comes behind: what it was taken out of keeps the id.
    const order = [...things].sort(([a], [b]) => Number(a.includes('~')) - Number(b.includes('~')) || byCodeUnits(a, b))
    for (const [thing, folded] of order) {
      const bodies = folded.map((form) => this.#read(form)).sort(byFame)
      const free = [...bodies.map(({ key }) => key), ...folded].find((key) => !taken.has(key)) ?? thing
      const [body] = bodies
      if (!body) continue
      taken.add(free)
      const uses = folded.flatMap((form) => forms.get(form) ?? [])
      const known: KnownBody = {
        ...body,
        key: free,
        id: `${jurisdiction.id}/${body.kind}/${free}`,
        label: names.get(thing) ?? mostCounted(new Map(uses.map(({ form, count }) => [form, count]))),
        forms: new Map(uses.map(({ form, days }) => [form, days] as const).sort(([a], [b]) => byCodeUnits(a, b))),
        all: uses.map(({ days }) => days).reduce<Days | null>(merged, null),
        roll: uses.map(({ roll }) => roll).reduce(merged, null),
      }
      this.all.push(known)
      for (const use of uses) {
        this.#byForm.set(use.form, known)
        use.body = known
      }
      for (const form of folded) this.#byForm.set(form, known)
    }
  }

  /** Of a form that some record prints; `null` for any other. */
  find(printed: string): KnownBody | null {
    return this.#byForm.get(printed) ?? this.#byForm.get(foldForm(printed)) ?? null
  }

  /** Throws for a form that no record prints. */
  id(printed: string): NodeId {
    const body = this.find(printed)
    if (!body) throw new Error(`${printed} is printed nowhere`)
    return body.id
  }

  /** Of every body that a record names, in an order that follows from it. Throws for a record that was not read. */
  in(record: MinutesRecord): NodeId[] {
    const named = this.#named.get(record)
    if (!named) throw new Error('a record that was not read')
    return named.map(({ body, form }) => body?.id ?? this.id(form))
  }

  addNodes(graph: GraphBuilder): void {
    for (const { id, kind, bodyKind, label, forms, listed } of this.all)
      graph.node({
        id,
        jurisdiction: graph.jurisdiction.id,
        kind,
        bodyKind,
        listed,
        label,
        forms: [...forms.keys()],
        names: [...forms].map(([form, { first, last }]) => ({ form, first, last })),
      })
  }
}

const byFame = (a: Body, b: Body): number =>
  Number(b.listed) - Number(a.listed) || a.key.length - b.key.length || byCodeUnits(a.key, b.key)
