import type { GraphEdge, GraphNode } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'

export type Scalar = string | number | boolean
export type Attributes = Record<string, Scalar>

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** What files of tables and graphs can hold: texts, numbers and flags; lists as one text, what is null left out. */
export const flat = (values: Readonly<Record<string, unknown>>): Attributes => {
  const attributes: Attributes = {}
  for (const [name, value] of Object.entries(values)) {
    if (isScalar(value)) attributes[name] = value
    else if (Array.isArray(value) && value.length > 0 && value.every(isScalar)) attributes[name] = value.join(' | ')
  }
  return attributes
}

/** The rest by name, so that no store decides the order. */
const inOrder = (first: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>>): Attributes =>
  flat({ ...first, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => byCodeUnits(a, b))) })

export const nodeAttributes = ({ id: _id, jurisdiction: _place, label, kind, ...rest }: GraphNode): Attributes =>
  inOrder({ label, kind }, rest)

/** Evidence as `document:start-end`. */
export const edgeAttributes = ({ type, date, basis, props, evidence }: GraphEdge): Attributes =>
  inOrder(
    { type, date, basis, evidence: evidence.map(({ document, start, end }) => `${document}:${start}-${end}`) },
    props,
  )

/** Every name that one of them has, in the order of first appearance. */
export const namesOf = (all: readonly Attributes[]): string[] => [...new Set(all.flatMap((one) => Object.keys(one)))]

/** Without what XML cannot hold. */
export const xmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
