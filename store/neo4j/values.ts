import neo4j, { type Integer, type Date as Neo4jDate } from 'neo4j-driver'

/** What goes to the server: whole numbers as its integers and days as its dates, or it would take them for floats and strings. */
export type Value =
  | string
  | boolean
  | number
  | null
  | Integer
  | Neo4jDate
  | readonly Value[]
  | { readonly [key: string]: Value }
export type Parameters = Readonly<Record<string, Value>>

export const integer = (value: number): Integer => neo4j.int(value)

/** Of `YYYY-MM-DD`. */
export const date = (day: string): Neo4jDate => {
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  return new neo4j.types.Date(integer(year), integer(month), integer(ofMonth))
}

/** Properties of nodes and edges that are days. */
const DAYS: ReadonlySet<string> = new Set([
  'date',
  'issuedOn',
  'deadline',
  'onAfter',
  'onBefore',
  'fromAfter',
  'fromBy',
  'untilAfter',
  'untilBy',
])
/** Properties that are fractions, also where one happens to be whole: a property has one type. */
const FRACTIONS: ReadonlySet<string> = new Set(['confidence'])

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toValue = (key: string, value: unknown): Value => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return DAYS.has(key) ? date(value) : value
  if (typeof value === 'number') return FRACTIONS.has(key) ? value : integer(value)
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.some(isObject) ? JSON.stringify(value) : value.map((one) => toValue(key, one))
  throw new Error(`the property ${key} is neither a word, a number, a day nor a list of them`)
}

/** As properties that people can query; `null` takes a property away from what has one. `from: { by }` becomes `fromBy`, a list of objects JSON. */
export const properties = (object: object): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      isObject(value)
        ? Object.entries(value).map(([inner, one]) => {
            const name = `${key}${inner.charAt(0).toUpperCase()}${inner.slice(1)}`
            return [name, toValue(name, one)] as const
          })
        : [[key, toValue(key, value)] as const],
    ),
  )
