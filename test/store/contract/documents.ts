import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changeOf, LAN, YUN } from '../builders.ts'
import { byCodeUnits, type Given } from './given.ts'

export const documentsContract = (given: Given): void => {
  describe('documents', () => {
    test('come back with text, origins and record as they were put', async () => {
      const { pdf, web } = await given.stored()
      expect(await given.store.document(pdf.id)).toEqual(pdf)
      expect(await given.store.documents(LAN.id)).toEqual([pdf, web].sort((a, b) => byCodeUnits(a.id, b.id)))
    })
    test('come without their texts where records are asked for, each with the hash of its record', async () => {
      const { pdf, web } = await given.stored()
      const recorded = [pdf, web].map(({ sourceText: _source, text: _text, origins: _origins, ...rest }) => ({
        ...rest,
        print: hash('sha256', JSON.stringify(rest.record)),
      }))
      expect(await given.store.records(LAN.id)).toEqual(recorded.sort((a, b) => byCodeUnits(a.id, b.id)))
      expect(await given.store.records('nowhere')).toEqual([])
    })
    test('heads of all jurisdictions are listed by id', async () => {
      const one = await given.stored(LAN)
      const two = await given.stored(YUN)
      const heads = [...one.documents, ...two.documents]
        .map(({ id, jurisdiction, name, origin, sha256, parser }) => ({
          id,
          jurisdiction,
          name,
          origin,
          sha256,
          parser,
        }))
        .sort((a, b) => byCodeUnits(a.id, b.id))
      expect(await given.store.documentHeads()).toEqual(heads)
    })
    test('the facts of a document are its edges, each with only the evidence that lies in it', async () => {
      const { edges, web } = await given.stored()
      const expected = edges
        .map((edge) => ({ ...edge, evidence: edge.evidence.filter(({ document }) => document === web.id) }))
        .filter(({ evidence }) => evidence.length)
        .sort((a, b) => byCodeUnits(a.id, b.id))
      expect(expected.map(({ type }) => type)).toEqual(['CONSIDERS', 'ISSUED_AS', 'REPRESENTED'])
      expect(await given.store.documentFacts(web.id)).toEqual(expected)
      expect(await given.store.documentFacts('nowhere')).toEqual([])
    })
    test('a document that is put again replaces its former text', async () => {
      const { pdf } = await given.stored()
      const again = { ...pdf, text: '会议同意。', parser: '2' }
      await given.store.commit(changeOf(LAN, 'one', 'two', { documents: [again] }))
      expect(await given.store.document(pdf.id)).toEqual(again)
      expect((await given.store.jurisdiction(LAN.id))?.documents).toBe(2)
    })
  })
}
