import type { NodeKind } from '../../model/graph.ts'
import { COMMUNITIES } from './elements.ts'

/** A canvas knows no CSS variables: the tokens in force, as plain colours. */
export type Palette = {
  surface: string
  ink: string
  ink2: string
  accent: string
  cross: string
  ctl: string
  below: string
  quiet: string
  glyph: string
  dark: boolean
  sans: string
  kinds: Record<NodeKind, string>
  /** Of the six largest; what belongs to another is quiet. */
  communities: readonly string[]
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
    ctl: token('ctl'),
    below: token('below'),
    quiet: token('quiet'),
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
    communities: Array.from({ length: COMMUNITIES }, (_, index) => token(`community-${index}`)),
  }
}
