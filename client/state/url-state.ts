/** What a link restores, kept in the query of the address. */
export type GraphTab = 'part' | 'agenda' | 'roll'

export type UrlState = {
  /** Jurisdiction, where it is not plain from the path. */
  in: string | null
  /** The period, both days included. */
  from: string | null
  to: string | null
  document: string | null
  tab: GraphTab
  /** `seq` of the agenda item to open at. */
  item: number | null
  edge: string | null
  node: string | null
  /** What one view keeps for itself; it does not go along to another page. */
  view: Readonly<Record<string, string>>
}

const COMMON = new Set(['in', 'from', 'to', 'doc', 'tab', 'item', 'edge', 'node'])

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** A day of the calendar: 2023-02-30 is none, and the server would refuse it. */
const day = (value: string | null): string | null => {
  if (!value || !DAY.test(value)) return null
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : null
}

const tabOf = (value: string | null): GraphTab => (value === 'agenda' || value === 'roll' ? value : 'part')
const seqOf = (value: string | null): number | null =>
  value && /^\d{1,4}$/.test(value) && Number(value) > 0 ? Number(value) : null

/** What is malformed counts as absent; a period whose ends are the wrong way round is the one between them. */
export const parseUrlState = (search: string): UrlState => {
  const params = new URLSearchParams(search)
  const [from, to] = [day(params.get('from')), day(params.get('to'))]
  const turned = from !== null && to !== null && from > to
  return {
    in: params.get('in') || null,
    from: turned ? to : from,
    to: turned ? from : to,
    document: params.get('doc') || null,
    tab: tabOf(params.get('tab')),
    item: seqOf(params.get('item')),
    edge: params.get('edge') || null,
    node: params.get('node') || null,
    view: Object.fromEntries([...params].filter(([name, value]) => !COMMON.has(name) && value)),
  }
}

/** Without a leading `?`; what has its default value is left out. */
export const formatUrlState = (state: UrlState): string => {
  const params = new URLSearchParams()
  const set = (name: string, value: string | null) => {
    if (value) params.set(name, value)
  }
  set('in', state.in)
  set('from', state.from)
  set('to', state.to)
  set('doc', state.document)
  set('tab', state.tab === 'part' ? null : state.tab)
  set('item', state.item === null ? null : String(state.item))
  set('edge', state.edge)
  set('node', state.node)
  for (const name of Object.keys(state.view).sort()) set(name, state.view[name] ?? null)
  return params.toString()
}

export const NO_SELECTION = {
  document: null,
  tab: 'part',
  item: null,
  edge: null,
  node: null,
  view: {},
} as const satisfies Partial<UrlState>

/** Only what goes with the user from page to page: the place and the period. */
export const carried = (state: UrlState): UrlState => ({ ...state, ...NO_SELECTION })

/** Ids hold slashes: they are one encoded segment of the path. */
export const meetingPath = (id: string): string => `/meetings/${encodeURIComponent(id)}`
export const policyPath = (id: string): string => `/policies/${encodeURIComponent(id)}`
export const nodePath = (id: string): string => `/nodes/${encodeURIComponent(id)}`

/** The id in the second segment of a raw, still encoded path; `null` where there is none or its encoding is broken. */
export const idInPath = (pathname: string): string | null => {
  const segment = pathname.split('/')[2]
  if (!segment) return null
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Every id begins with its jurisdiction. */
export const jurisdictionOf = (id: string): string => id.split('/')[0] ?? id

/** The readable part of an id, for a link whose target is gone. */
export const nameInId = (id: string): string => id.split('/').slice(2).join('/') || id
