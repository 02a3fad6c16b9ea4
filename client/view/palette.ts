import type { NodeKind } from '../../model/graph.ts'

/** A canvas knows no CSS variables: the tokens in force, as plain colours. */
export type Palette = {
  surface: string
  ink: string
  ink2: string
  accent: string
  cross: string
  glyph: string
  dark: boolean
  sans: string
  kinds: Record<NodeKind, string>
}

export const readPalette = (element: Element, dark: boolean): Palette => {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const kind = (name: NodeKind) => token(`kind-${name}`)
  return {
    surface: token('surface'),
    ink: token('ink'),
    ink2: token('ink2'),
    accent: token('accent'),
    cross: token('cross'),
    glyph: token('glyph'),
    dark,
    sans: token('sans'),
    kinds: {
      meeting: kind('meeting'),
      item: kind('item'),
      decision: kind('decision'),
      policy: kind('policy'),
      department: kind('department'),
      district: kind('district'),
      person: kind('person'),
    },
  }
}
