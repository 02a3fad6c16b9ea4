/** A city in which every name, title and sentence that a document can print is made to be run by whoever takes it for more than text. */
import { createHash } from 'node:crypto'
import { dataVersion, difference } from '../../ingest/difference.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import type { StoredDocument } from '../../model/document.ts'
import type { Jurisdiction } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import type { Store } from '../../store/port.ts'
import { decision, entry, item, minutes, task } from '../ingest/record-builder.ts'

/** `ran` is what a page under test listens for. Formulas come first in their cell, so that they would be one. */
export const SCRIPT = '<script>ran("script")</script>'
export const IMAGE = '"><img src=x onerror=ran("image")>'
export const LINK = 'javascript:ran("link")'
export const FORMULA = `=HYPERLINK("http://evil.example","a")+cmd|' /C calc'!A0`

export const CITY: Jurisdiction = { id: `岚州市${IMAGE}`, issuer: `岚州市${SCRIPT}人民政府` }
const PERSON = `陆${SCRIPT}`
const OTHER = `${FORMULA}衡`
const BODY = `市${IMAGE}局`
const SECOND = `市${LINK}委`
const DISTRICT = `${SCRIPT}区`
const POLICY = `${FORMULA}岚州市${SCRIPT}管理办法`
const HEADING = `审议《${POLICY}》${IMAGE}`
const QUOTE = `（一）原则同意《${POLICY}》。由${BODY}会${SECOND}完善后印发，${DISTRICT}负责。${LINK}`

const TEXT = [
  `${CITY.issuer}常务会议纪要`,
  `一、${HEADING}`,
  QUOTE,
  `出席：${PERSON}　${OTHER}`,
  `列席：${BODY}${PERSON}`,
  IMAGE,
].join('\n')

const at = (words: string): Span => {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const document = (ordinal: number, date: string): StoredDocument => {
  const record = minutes({
    meeting: {
      issuer: CITY.issuer,
      ordinal,
      date,
      issuedOn: date,
      docNumber: SCRIPT,
      place: IMAGE,
      chair: { name: PERSON, post: IMAGE, acting: false, onBehalfOf: FORMULA, span: at(PERSON) },
      recorders: [OTHER],
      spans: { recorders: at(OTHER) },
    },
    items: [
      item(1, {
        heading: HEADING,
        headingSpan: at(HEADING),
        span: at(`${HEADING}\n${QUOTE}`),
        policies: [{ title: POLICY, stage: '草案', span: at(POLICY) }],
        decisions: [
          decision({
            lead: [BODY],
            joint: [SECOND],
            next: 'issue',
            deadlineText: IMAGE,
            quote: QUOTE,
            span: at(QUOTE),
          }),
        ],
        tasks: [task({ lead: [DISTRICT], deadlineText: SCRIPT, quote: QUOTE, span: at(QUOTE) })],
        bodies: [BODY, SECOND, DISTRICT],
        mentions: [BODY, SECOND, DISTRICT].map((body) => ({ body, span: at(body) })),
      }),
    ],
    attendance: [
      entry(PERSON, null, { span: at(PERSON), personSpan: at(PERSON), post: IMAGE }),
      entry(OTHER, SECOND, { span: at(OTHER), personSpan: at(OTHER), post: FORMULA, onBehalfOf: SCRIPT }),
      entry(PERSON, BODY, { span: at(`${BODY}${PERSON}`), personSpan: at(PERSON), post: LINK }),
    ],
    blocks: [
      { kind: 'masthead', item: null, span: at(`${CITY.issuer}常务会议纪要`) },
      { kind: 'heading', item: 1, span: at(`一、${HEADING}`) },
      { kind: 'paragraph', item: 1, span: at(QUOTE) },
      { kind: 'roll', item: null, span: at(`出席：${PERSON}　${OTHER}`) },
      { kind: 'roll', item: null, span: at(`列席：${BODY}${PERSON}`) },
    ],
    warnings: [{ code: 'roll-unread', message: IMAGE, quote: SCRIPT, span: at(PERSON) }],
  })
  const sha256 = createHash('sha256').update(`${TEXT}${ordinal}`).digest('hex')
  const name = `${ordinal}${IMAGE}.txt`
  const id = `${CITY.id}/document/${ordinal}${IMAGE}~${sha256.slice(0, 8)}`
  const about = { id, jurisdiction: CITY.id, name, origin: `/${name}`, sha256, parser: '1', format: 'txt' as const }
  return { ...about, sourceText: TEXT, text: TEXT, origins: [[0, 0]], record }
}

/** Into `store`, which has nothing in it. */
export const fillHostile = async (store: Store): Promise<void> => {
  const documents = [document(41, '2022-03-04'), document(43, '2022-05-06'), document(44, '2022-06-07')]
  const graph = resolve(
    CITY,
    documents.map(({ id, record }) => ({ document: id, record })),
  )
  const stored = await store.fingerprints(CITY.id)
  await store.commit(difference(graph, dataVersion(documents), { put: documents, remove: [] }, stored))
}
