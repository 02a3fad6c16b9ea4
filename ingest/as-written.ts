import type { StoredDocument } from '../model/document.ts'
import { readTogether } from './known-pairs.ts'

/** Documents of one place as the next commit makes them, whoever writes it: their rolls read beside each other. */
export const asWritten = (documents: readonly StoredDocument[]): StoredDocument[] => {
  const records = readTogether(documents.map(({ text, origins, record }) => ({ repaired: { text, origins }, record })))
  return documents.map((document, at) => {
    const record = records[at] ?? document.record
    return record === document.record ? document : { ...document, record }
  })
}
