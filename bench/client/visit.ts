export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Row = { id: string }

/** The first row of a list of the API. */
const firstOf = async (address: string, path: string): Promise<string> => {
  const reply = await fetch(address + path)
  // Our own API, held to its contract by the server.
  const { rows } = (await reply.json()) as { rows: (Row | { node: Row } | { policy: Row })[] }
  const [row] = rows
  if (!row) throw new Error(`${path} lists nothing`)
  return 'id' in row ? row.id : 'node' in row ? row.node.id : row.policy.id
}

/** Every page of a place by name, where there are many of a kind the busiest. */
export const pagesOf = async (address: string, place: string): Promise<[name: string, path: string][]> => {
  const at = `jurisdiction=${encodeURIComponent(place)}`
  const busiest = (kind: string) => firstOf(address, `/api/nodes?${at}&kind=${kind}&sort=activity`)
  const [meeting, department, person, policy] = await Promise.all([
    firstOf(address, `/api/meetings?${at}`),
    busiest('department'),
    busiest('person'),
    busiest('policy'),
  ])
  const within = (path: string) => `${path}${path.includes('?') ? '&' : '?'}in=${encodeURIComponent(place)}`
  return [
    ['overview', within('/')],
    ['co-occurrence', within('/co-occurrence')],
    ['policies', within('/policies')],
    ['vanished', within('/vanished')],
    ['one policy', within(`/policies/${encodeURIComponent(policy)}`)],
    ['attendance', within('/attendance')],
    ['explore', within(`/explore?node=${encodeURIComponent(department)}`)],
    ['meetings', within('/meetings')],
    ['one meeting', within(`/meetings/${encodeURIComponent(meeting)}`)],
    ['departments', within('/departments')],
    ['people', within('/people')],
    ['one department', within(`/nodes/${encodeURIComponent(department)}`)],
    ['one person', within(`/nodes/${encodeURIComponent(person)}`)],
    ['method', within('/method')],
  ]
}
