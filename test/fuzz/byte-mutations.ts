/** Damages bytes without knowing what they mean. */
import type { Rng } from '../../scripts/samples/prng.ts'

const LARGEST = 300_000
const BOUNDS = [0, 1, 0x7f, 0x80, 0xff, 0xfe]

type Mutation = (rng: Rng, bytes: Buffer, other: Buffer) => Buffer

const place = (rng: Rng, bytes: Buffer): number => rng.int(0, Math.max(0, bytes.length - 1))

const MUTATIONS: readonly Mutation[] = [
  (rng, bytes) => {
    const now = Buffer.from(bytes)
    const at = place(rng, now)
    if (now.length) now[at] = (now[at] ?? 0) ^ (1 << rng.int(0, 7))
    return now
  },
  (rng, bytes) => {
    const now = Buffer.from(bytes)
    const at = place(rng, now)
    return now.fill(rng.pick(BOUNDS), at, Math.min(now.length, at + rng.int(1, 16)))
  },
  // A number somewhere becomes the largest or the smallest there is.
  (rng, bytes) => {
    if (bytes.length < 4) return bytes
    const now = Buffer.from(bytes)
    now.writeUInt32LE(rng.pick([0, 1, 0x7fffffff, 0xffffffff, 0x80000000, now.length]), rng.int(0, now.length - 4))
    return now
  },
  (rng, bytes) => bytes.subarray(0, place(rng, bytes)),
  (rng, bytes) => bytes.subarray(place(rng, bytes)),
  (rng, bytes) => {
    const at = place(rng, bytes)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + rng.int(1, 64))])
  },
  (rng, bytes, other) => Buffer.concat([bytes.subarray(0, place(rng, bytes)), other.subarray(place(rng, other))]),
  (rng, bytes) => {
    const [from, to] = [place(rng, bytes), place(rng, bytes)].sort((a, b) => a - b)
    const piece = bytes.subarray(from, Math.min(to ?? 0, (from ?? 0) + 2000))
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array.from({ length: rng.int(1, 20) }, () => piece),
      bytes.subarray(to),
    ])
  },
  (rng, bytes) => {
    const at = place(rng, bytes)
    const noise = Buffer.from(Array.from({ length: rng.int(1, 12) }, () => rng.int(0, 255)))
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
  },
]

/** One to six times damaged; `other` is what is spliced in. */
export const mutateBytes = (rng: Rng, bytes: Buffer, other: Buffer): Buffer => {
  let now = bytes
  for (let left = rng.int(1, 6); left > 0; left--) now = rng.pick(MUTATIONS)(rng, now, other).subarray(0, LARGEST)
  return now
}
