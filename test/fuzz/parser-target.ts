/** Texts as an extractor hands them over, also such as no file can hold: half characters, any control. */
import { createHash } from 'node:crypto'
import { parseSource, toDocument } from '../../ingest/read-minutes.ts'
import type { StoredDocument } from '../../model/document.ts'
import type { DocumentFormat } from '../../model/record.ts'
import { graphFaults, recordFaults } from './record-faults.ts'
import { pickText, type Seeds } from './seeds.ts'
import { kindOf, type Outcome, type Target } from './target.ts'
import { mutateText } from './text-mutations.ts'

const MOST_TOGETHER = 3
const OWN_FAULT = 'a fault of Jiyao'

/** Keeps the last documents, so that the graph is made of damaged ones beside each other too. */
export const judgeOf = () => {
  const kept: StoredDocument[] = []
  return (name: string, sourceText: string, format: DocumentFormat, withGraph: boolean): Omit<Outcome, 'bytes'> => {
    const sha256 = createHash('sha256').update(sourceText).digest('hex')
    const minutes = parseSource({ path: name, sha256, format, sourceText }, { force: true })
    if (minutes.is === 'refused') return { kind: kindOf(minutes.reason), faults: [minutes.reason] }
    const faults = recordFaults(minutes.repaired.text, minutes.record)
    if (minutes.record.warnings.some(({ code }) => code === 'not-minutes'))
      return { kind: 'refused: not minutes', faults }
    const document = toDocument(minutes, name)
    if ('is' in document) {
      const own = document.reason.includes(OWN_FAULT) ? [document.reason] : []
      return { kind: `refused: ${kindOf(document.reason)}`, faults: [...faults, ...own] }
    }
    if (!withGraph) return { kind: 'read', faults }
    const beside = kept.filter(({ jurisdiction, id }) => jurisdiction === document.jurisdiction && id !== document.id)
    kept.push(document)
    if (kept.length > MOST_TOGETHER) kept.shift()
    return { kind: 'read', faults: [...faults, ...graphFaults([document, ...beside])] }
  }
}

export const parserTarget = (seeds: Seeds): Target => ({
  name: 'parser',
  attack: (rng) => {
    const text = mutateText(rng, pickText(rng, seeds), pickText(rng, seeds))
    // A graph takes as long as ten texts, and each input has to come to the same whatever was before it.
    const outcome = judgeOf()('a.txt', text, 'txt', rng.chance(0.1))
    return Promise.resolve({ ...outcome, bytes: Buffer.byteLength(text) })
  },
  close: () => Promise.resolve(),
})
