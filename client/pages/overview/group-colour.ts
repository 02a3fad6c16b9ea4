/** As many as can be told apart by colour; the rest are quiet. */
const COLOURS = 6

export const groupColour = (group: number | null): string =>
  group !== null && group < COLOURS ? `var(--community-${group})` : 'var(--quiet)'

export const isColoured = (group: number): boolean => group < COLOURS
