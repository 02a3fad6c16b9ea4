/** A small city with two meetings, its text and its spans made by hand, in a store of its own. */
import { createHash } from 'node:crypto'
import { dataVersion, difference } from '../../ingest/difference.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import type { StoredDocument } from '../../model/document.ts'
import type { Jurisdiction } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { decision, entry, item, minutes } from '../ingest/record-builder.ts'

export const CITY: Jurisdiction = { id: '岚州市', issuer: '岚州市人民政府' }
export const MEETING = '岚州市/meeting/2022-03-04-常务会议-41'
export const LEADS = `LEADS|岚州市/department/市司法局|岚州市/decision/2022-03-04-常务会议-41/1.1`

const TEXT = [
  '岚州市人民政府常务会议纪要',
  '一、审议《岚州市桥梁管理办法（草案）》',
  '（一）原则同意《岚州市桥梁管理办法（草案）》。由市司法局会市财政局完善后印发。',
  '出席：陆衡',
  '列席：市司法局阙知行',
].join('\n')

const at = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const document = (ordinal: number, date: string): StoredDocument => {
  const quote = '（一）原则同意《岚州市桥梁管理办法（草案）》。由市司法局会市财政局完善后印发。'
  const heading = '审议《岚州市桥梁管理办法（草案）》'
  const record = minutes({
    meeting: { ordinal, date, issuedOn: date },
    items: [
      item(1, {
        heading,
        headingSpan: at(heading),
        span: at(`${heading}\n${quote}`),
        policies: [{ title: '岚州市桥梁管理办法（草案）', stage: '草案', span: at('岚州市桥梁管理办法（草案）') }],
        decisions: [decision({ lead: ['市司法局'], joint: ['市财政局'], next: 'issue', quote, span: at(quote) })],
        bodies: ['市司法局', '市财政局'],
        mentions: [
          { body: '市司法局', span: at('市司法局') },
          { body: '市财政局', span: at('市财政局') },
        ],
      }),
    ],
    attendance: [
      entry('陆衡', null, { span: at('陆衡'), personSpan: at('陆衡') }),
      entry('阙知行', '市司法局', { span: at('市司法局阙知行'), personSpan: at('阙知行') }),
    ],
    blocks: [
      { kind: 'masthead', item: null, span: at('岚州市人民政府常务会议纪要') },
      { kind: 'heading', item: 1, span: at(`一、${heading}`) },
      { kind: 'paragraph', item: 1, span: at(quote) },
      { kind: 'roll', item: null, span: at('出席：陆衡') },
      { kind: 'roll', item: null, span: at('列席：市司法局阙知行') },
    ],
    warnings: ordinal === 41 ? [{ code: 'roll-unread', message: 'not read', quote: '陆衡', span: at('陆衡') }] : [],
  })
  const sha256 = createHash('sha256').update(`${TEXT}${ordinal}`).digest('hex')
  const name = `lanzhou-${ordinal}.txt`
  return {
    id: `${CITY.id}/document/lanzhou-${ordinal}~${sha256.slice(0, 8)}`,
    jurisdiction: CITY.id,
    name,
    origin: `/secret/folder/${name}`,
    sha256,
    parser: '1',
    format: 'txt',
    sourceText: TEXT,
    text: TEXT,
    origins: [[0, 0]],
    record,
  }
}

/** Meetings 41 and 43: number 42 is missing. In `store`, which has nothing in it, or in memory. */
export const openCity = async (given?: Store): Promise<Store> => {
  const store = given ?? (await openSqlite({ file: ':memory:', readers: 0 }))
  const documents = [document(41, '2022-03-04'), document(43, '2022-05-06')]
  const graph = resolve(
    CITY,
    documents.map(({ id, record }) => ({ document: id, record })),
  )
  const stored = await store.fingerprints(CITY.id)
  await store.commit(difference(graph, dataVersion(documents), { put: documents, remove: [] }, stored))
  return store
}
