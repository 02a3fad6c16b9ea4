/** By UTF-16 code units: the same order on every machine, in every language and in every back end. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const byId = (a: { id: string }, b: { id: string }): number => byCodeUnits(a.id, b.id)
