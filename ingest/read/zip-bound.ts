import { inflateRawSync } from 'node:zlib'

const END = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

type Entry = { method: number; flags: number; packed: number; unpacked: number; at: number; name: string }

const BROKEN = 'its table of contents is broken or cut off'

class BrokenZip extends Error {}

/** The entries of the table of contents, at the end of the file. */
const entriesOf = (zip: Buffer): Entry[] => {
  const end = zip.lastIndexOf(END)
  if (end < 0 || end + END_SIZE > zip.length) throw new BrokenZip(BROKEN)
  const count = zip.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY_SIZE > end || zip.readUInt32LE(at) !== ENTRY) throw new BrokenZip(BROKEN)
    const nameEnd = at + ENTRY_SIZE + zip.readUInt16LE(at + 28)
    entries.push({
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
      name: zip.toString('utf8', at + ENTRY_SIZE, nameEnd),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  // A gap would mean that the file was glued together, and that another reader might find another table.
  if (at !== end) throw new BrokenZip(BROKEN)
  return entries
}

/** The table may lie: unpacks the entry, but never further than the table says. */
const checkEntry = (zip: Buffer, { method, flags, packed, unpacked, at, name }: Entry): void => {
  if (flags & ENCRYPTED) throw new BrokenZip(`${name} in it is encrypted`)
  if (at + LOCAL_SIZE > zip.length) throw new BrokenZip(BROKEN)
  const start = at + LOCAL_SIZE + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (start + packed > zip.length) throw new BrokenZip(`${name} in it is cut off`)
  if (method === STORED && packed === unpacked) return
  if (method !== DEFLATED) throw new BrokenZip(`${name} in it is packed in a way that is not known`)
  try {
    const found = inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, unpacked) }).length
    if (found === unpacked) return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  throw new BrokenZip(`${name} in it is damaged, or larger than it says`)
}

/** What an entry of a zip file that has been checked holds, as text; `null` where there is none of this name. */
export const zipText = (zip: Buffer, name: string): string | null => {
  const entry = entriesOf(zip).find((one) => one.name === name)
  if (!entry) return null
  const start = entry.at + LOCAL_SIZE + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  const packed = zip.subarray(start, start + entry.packed)
  return (entry.method === STORED ? packed : inflateRawSync(packed)).toString('utf8')
}

export type ZipCheck =
  | { ok: true; entries: { name: string; unpacked: number }[] }
  | { ok: false; why: 'broken' | 'large'; reason: string }

/** Whether everything in a zip file together unpacks to `most` bytes or less, with its entries. Nothing larger is ever unpacked to find out. */
export const checkZip = (zip: Buffer, most: number): ZipCheck => {
  try {
    const entries = entriesOf(zip)
    const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
    if (total > most) return { ok: false, why: 'large', reason: `it unpacks to ${total} bytes` }
    for (const entry of entries) checkEntry(zip, entry)
    return { ok: true, entries: entries.map(({ name, unpacked }) => ({ name, unpacked })) }
  } catch (error) {
    if (error instanceof BrokenZip) return { ok: false, why: 'broken', reason: error.message }
    throw error
  }
}
