/** Values that mean harm, or are just beside what a contract allows: made from the contract itself. */
import { z } from 'zod'
import type { Rng } from '../../scripts/samples/prng.ts'

/** What of JSON Schema is looked at. */
type Shape = {
  type?: string
  enum?: readonly unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  properties?: Readonly<Record<string, Shape>>
  items?: Shape
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
  allOf?: readonly Shape[]
  $ref?: string
}

const ANYTHING = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '1.5',
  '1e3',
  '1e999',
  '0x10',
  '５',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
]
const TRICKS = [
  "' OR 1=1 --",
  '"*" NEAR("a", 1)',
  ') } RETURN 1 //',
  '$where',
  '../../etc/passwd',
  '..\\..\\',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '%00',
  '%s%n',
  '\0',
  '\ufeff',
  '\u202e',
  '\u200b',
  '𠮷'.repeat(40),
  '市'.repeat(101),
  'a'.repeat(5000),
  '('.repeat(500),
  '*',
  '"',
  '-'.repeat(200),
  '9'.repeat(400),
  '2022-02-30',
  '9999-12-31',
  '0000-00-00',
  '2022-03-04T00:00',
  '|'.repeat(200),
  ','.repeat(300),
]

/** Things that there are, so that not every question ends at the first look. */
export type Known = Readonly<
  Record<'jurisdiction' | 'node' | 'meeting' | 'item' | 'edge' | 'document' | 'day', readonly string[]>
>

const shapes = new WeakMap<z.ZodType, Shape>()

const shapeOf = (schema: z.ZodType): Shape => {
  const known = shapes.get(schema)
  if (known) return known
  // The library's own type names many more keywords, each of them optional.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  shapes.set(schema, made)
  return made
}

const nearBounds = ({ minimum, maximum, maxLength, enum: values = [] }: Shape): string[] => [
  ...values.flatMap((value) => [String(value), String(value).toUpperCase(), `${String(value)} `]),
  ...[minimum, maximum].flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1].map(String))),
  ...(maxLength === undefined ? [] : ['市'.repeat(maxLength), '市'.repeat(maxLength + 1)]),
]

const sound = (rng: Rng, name: string, shape: Shape, known: Known): string => {
  if (shape.enum?.length) return String(rng.pick(shape.enum))
  if (/jurisdiction/iu.test(name)) return rng.pick(known.jurisdiction)
  if (/from|to$|day|date/iu.test(name) && rng.chance(0.7)) return rng.pick(known.day)
  if (shape.minimum !== undefined || shape.type === 'integer' || shape.type === 'number')
    return String(rng.int(shape.minimum ?? 0, Math.min(shape.maximum ?? 50, 50)))
  if (name === 'ids')
    return Array.from({ length: rng.int(1, 6) }, () => rng.pick(known.node).replace(/^[^/]*\//u, '')).join('|')
  if (name === 'q') return rng.pick(['财政', '市', 'shi', 'czj', '办法', '王', '会议 审议'])
  return rng.pick(rng.pick([known.node, known.meeting, known.item, known.edge, known.document]))
}

const noise = (rng: Rng): string =>
  String.fromCodePoint(...Array.from({ length: rng.int(1, 12) }, () => rng.int(0, rng.pick([0x7f, 0xffff, 0x10ffff]))))

const damaged = (rng: Rng, text: string): string => {
  const at = rng.int(0, text.length)
  return text.slice(0, at) + rng.pick([noise(rng), '/', '%', '|', '', '~', '\u0301']) + text.slice(at + rng.int(0, 2))
}

/** A value for a parameter: half of the time one that should be answered. */
export const hostileText = (rng: Rng, name: string, schema: z.ZodType, known: Known): string => {
  const shape = shapeOf(schema)
  const right = sound(rng, name, shape, known)
  const near = nearBounds(shape)
  if (rng.chance(0.55)) return right
  if (near.length && rng.chance(0.3)) return rng.pick(near)
  return rng.pick([() => rng.pick(ANYTHING), () => rng.pick(TRICKS), () => noise(rng), () => damaged(rng, right)])()
}

const WRONG: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 1 },
  'a'.repeat(2000),
  '\ud800',
  '\0',
  Array.from({ length: 300 }, () => 1),
]

/** A body that fits its schema in most of its parts, and somewhere does not. */
export const hostileBody = (rng: Rng, schema: z.ZodType, known: Known): unknown => {
  const make = (shape: Shape, name: string, depth: number): unknown => {
    if (rng.chance(0.06) || depth > 8) return rng.pick(WRONG)
    const one = shape.anyOf ?? shape.oneOf
    if (one?.length) return make(rng.pick(one), name, depth)
    if (shape.const !== undefined) return shape.const
    if (shape.enum?.length) return rng.pick(shape.enum)
    if (shape.properties) {
      const entries = Object.entries(shape.properties).filter(() => !rng.chance(0.04))
      const more = rng.chance(0.05) ? [[rng.pick(['other', '__proto__', 'toString']), rng.pick(WRONG)] as const] : []
      return Object.fromEntries([
        ...entries.map(([key, inner]) => [key, make(inner, key, depth + 1)] as const),
        ...more,
      ])
    }
    if (shape.type === 'array')
      return Array.from({ length: rng.int(0, 3) }, () => make(shape.items ?? {}, name, depth + 1))
    if (shape.type === 'integer' || shape.type === 'number') return rng.int(-2, 9)
    if (shape.type === 'boolean') return rng.chance(0.5)
    if (shape.type === 'null') return null
    return rng.chance(0.7) ? sound(rng, name, shape, known) : rng.pick(TRICKS)
  }
  return make(shapeOf(schema), '', 0)
}
