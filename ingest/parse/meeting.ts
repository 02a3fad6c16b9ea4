import type { MeetingFacts, Warning } from '../../model/record.ts'
import type { Document, Found } from './document.ts'
import { chair } from './rules/chair.ts'
import { docNumber } from './rules/doc-number.ts'
import { heldOn, session } from './rules/held-on.ts'
import { issuer } from './rules/issuer.ts'
import { compiledOn, issuedOn } from './rules/later-days.ts'
import { meetingKind } from './rules/meeting-kind.ts'
import { ordinal } from './rules/ordinal.ts'
import { place } from './rules/place.ts'
import { recorders } from './rules/recorders.ts'

const yearOf = (docNumberValue: string | undefined): string | null => {
  const year = /\d{4}/u.exec(docNumberValue ?? '')?.[0]
  return year ? `${year}-12-31` : null
}

/** What the head and the end of the document say about the meeting. */
export const readMeeting = (doc: Document): { meeting: MeetingFacts; warnings: Warning[] } => {
  const found = {
    issuer: issuer(doc),
    type: meetingKind(doc),
    docNumber: docNumber(doc),
    ordinal: ordinal(doc),
    place: place(doc),
    recorders: recorders(doc),
    compiledOn: compiledOn(doc),
    issuedOn: issuedOn(doc),
  }
  const known =
    found.compiledOn?.value ??
    found.issuedOn?.value ??
    (found.ordinal?.value.year ? `${found.ordinal.value.year}-12-31` : yearOf(found.docNumber?.value))
  const date = heldOn(doc, known)
  const half = session(doc, date?.span ?? null)
  const spans: MeetingFacts['spans'] = {}
  const fields: [keyof MeetingFacts['spans'], Found<unknown>][] = [
    ...Object.entries(found),
    ['date', date],
    ['session', half],
  ] as [keyof MeetingFacts['spans'], Found<unknown>][]
  for (const [field, one] of fields) if (one) spans[field] = one.span
  const warnings = fields.flatMap(([, one]) => one?.warnings ?? [])
  if (!date) warnings.push({ code: 'no-date', message: 'the day of the meeting was not found', quote: '', span: null })
  return {
    meeting: {
      issuer: found.issuer?.value ?? null,
      type: found.type?.value.type ?? null,
      docNumber: found.docNumber?.value ?? null,
      ordinal: found.ordinal?.value.ordinal ?? null,
      term: found.ordinal?.value.term ?? null,
      year: found.ordinal?.value.year ?? null,
      date: date?.value ?? null,
      session: half?.value ?? null,
      place: found.place?.value ?? null,
      chair: chair(doc),
      recorders: found.recorders?.value ?? [],
      compiledOn: found.compiledOn?.value ?? null,
      issuedOn: found.issuedOn?.value ?? null,
      extended: found.type?.value.extended ?? false,
      spans,
    },
    warnings,
  }
}
