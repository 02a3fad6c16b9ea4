import type { ContradictedField, Contradiction, DocumentId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MinutesRecord } from '../../model/record.ts'
import type { Bodies } from './bodies.ts'
import { foldForm, foldPerson } from './fold.ts'
import type { Source } from './meeting-key.ts'

/** What one document says of one thing; `same` is what two printings of one thing share. */
type Said = { field: ContradictedField; about: string | null; value: string; same: string }

const saidOf = ({ meeting, attendance, items }: MinutesRecord, bodies: Bodies): Said[] => {
  const { place, session, chair } = meeting
  const facts = [
    { field: 'place', value: place, same: place && foldForm(place) },
    { field: 'session', value: session, same: session },
    { field: 'chair', value: chair?.name ?? null, same: chair && foldPerson(chair.name) },
  ] as const
  return [
    ...facts.flatMap(({ field, value, same }) =>
      value === null || same === null ? [] : [{ field, about: null, value, same }],
    ),
    ...attendance.map(({ person, body, role }) => ({
      field: 'roll' as const,
      about: body === null ? person : `${bodies.find(body)?.label ?? body} ${person}`,
      value: role,
      same: role,
    })),
    ...items.map(({ heading, decisions }) => {
      const value = decisions.map(({ outcome }) => outcome).join('、')
      return { field: 'outcome' as const, about: foldForm(heading), value, same: value }
    }),
  ]
}

/** Of these a document that has the list at all should print each; of the others it may be silent. */
const LISTS: Partial<Record<ContradictedField, (record: MinutesRecord) => boolean>> = {
  roll: ({ attendance }) => attendance.length > 0,
}

type Account = { document: DocumentId; value: string; same: string }

const contradiction = (
  { field, about }: Pick<Said, 'field' | 'about'>,
  accounts: readonly Account[],
  sources: readonly Source[],
): Contradiction | null => {
  const values = new Map<string, { value: string | null; documents: DocumentId[] }>()
  for (const { document, value, same } of accounts) {
    const known = values.get(same) ?? { value, documents: [] }
    values.set(same, known)
    if (!known.documents.includes(document)) known.documents.push(document)
  }
  const prints = LISTS[field]
  const silent = prints
    ? sources.filter(({ document, record }) => prints(record) && accounts.every((one) => one.document !== document))
    : []
  const missing = silent.map(({ document }) => document)
  const sorted = [...values.values(), ...(missing.length ? [{ value: null, documents: missing }] : [])]
    .map(({ value, documents }) => ({ value, documents: documents.sort(byCodeUnits) }))
    .sort(
      (a, b) => byCodeUnits(a.documents[0] ?? '', b.documents[0] ?? '') || byCodeUnits(a.value ?? '', b.value ?? ''),
    )
  return sorted.length > 1 && sources.length > 1 ? { field, about, values: sorted } : null
}

/** Where the documents of one meeting do not agree; nothing for a meeting with one document. */
export const contradictionsOf = (sources: readonly Source[], bodies: Bodies): Contradiction[] => {
  if (sources.length < 2) return []
  const things = new Map<string, { said: Said; accounts: Account[] }>()
  for (const { document, record } of sources)
    for (const said of saidOf(record, bodies)) {
      const key = `${said.field}|${said.about ?? ''}`
      const thing = things.get(key) ?? { said, accounts: [] }
      things.set(key, thing)
      thing.accounts.push({ document, value: said.value, same: said.same })
    }
  return [...things]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([, { said, accounts }]) => contradiction(said, accounts, sources) ?? [])
}
