import type { NodeKind } from '../../model/graph.ts'

export type Glyphs = Record<NodeKind, string>

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Where the letter stands in its shape, as a share of the height: a triangle is heavy below. */
const BASELINE: Partial<Record<NodeKind, number>> = { person: 0.8, meeting: 0.695 }
const SIZE: Partial<Record<NodeKind, number>> = { person: 0.38, policy: 0.38, meeting: 0.54 }

/** A letter drawn as a picture: sharp at every zoom, since a vector is rasterised for each. `null` for kinds without one. */
export const glyphUri = (kind: NodeKind, glyph: string, colour: string, sans: string): string | null => {
  if (!glyph) return null
  const size = 64
  const text = `<text x="${size / 2}" y="${size * (BASELINE[kind] ?? 0.655)}" text-anchor="middle" font-size="${size * (SIZE[kind] ?? 0.43)}" font-family="${escape(sans)}" fill="${colour}">${escape(glyph)}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 4}" height="${size * 4}" viewBox="0 0 ${size} ${size}">${text}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
