/** The drawing as a vector file, with its letters as letters. Pure. */
import { type NodeKind } from '../../model/graph.ts'
import {
  type CanvasEdge,
  type CanvasGraph,
  type CanvasNode,
  cutLabel,
  degrees,
  labelSize,
  type Point,
  sizeOf,
} from './elements.ts'
import { footprints, hiddenLabels } from './footprints.ts'
import type { Glyphs } from './glyph.ts'
import type { Palette } from './palette.ts'
import type { Positions } from './place.ts'

const MARGIN = 40
const BOW = 0.09

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const round = (value: number): number => Math.round(value * 10) / 10

const polygon = (points: readonly (readonly [number, number])[], paint: string): string =>
  `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" ${paint}/>`

const shape = (kind: NodeKind, { x, y }: Point, width: number, height: number, paint: string): string => {
  const [w, h] = [width / 2, height / 2]
  switch (kind) {
    case 'department':
      return `<ellipse cx="${x}" cy="${y}" rx="${w}" ry="${h}" ${paint}/>`
    case 'person':
      return polygon(
        [
          [x, y - h],
          [x + w, y + h],
          [x - w, y + h],
        ],
        paint,
      )
    case 'policy':
      return polygon(
        [
          [x, y - h],
          [x + w, y],
          [x, y + h],
          [x - w, y],
        ],
        paint,
      )
    case 'district':
      return polygon(
        [
          [x - w / 2, y - h],
          [x + w / 2, y - h],
          [x + w, y],
          [x + w / 2, y + h],
          [x - w / 2, y + h],
          [x - w, y],
        ],
        paint,
      )
    case 'meeting':
    case 'item':
    case 'decision':
      return `<rect x="${round(x - w)}" y="${round(y - h)}" width="${width}" height="${height}" rx="${kind === 'meeting' ? 3 : kind === 'decision' ? h : 0}" ${paint}/>`
  }
}

const nodeText = (node: CanvasNode, at: Point, degree: number, labelled: boolean, palette: Palette, glyphs: Glyphs) => {
  const { width, height } = sizeOf(node, degree)
  const colour = palette.kinds[node.kind]
  if (node.more)
    return `<rect x="${at.x - width / 2}" y="${at.y - height / 2}" width="${width}" height="${height}" rx="13" fill="${palette.surface}" stroke="${colour}" stroke-width="1.5" stroke-dasharray="4 3"/><text x="${at.x}" y="${at.y + 4}" font-size="12" fill="${palette.ink}" text-anchor="middle">${escape(node.label)}</text>`
  const paint =
    node.kind === 'item' ? `fill="${palette.surface}" stroke="${colour}" stroke-width="1.5"` : `fill="${colour}"`
  const glyph = glyphs[node.kind]
    ? `<text x="${at.x}" y="${round(at.y + height * (node.kind === 'person' ? 0.3 : 0.155))}" font-size="${round(height * (node.kind === 'person' ? 0.38 : 0.43))}" fill="${palette.glyph}" text-anchor="middle">${escape(glyphs[node.kind])}</text>`
    : ''
  const size = labelSize(node.kind, degree)
  const label = labelled
    ? `<text x="${at.x}" y="${round(at.y + height / 2 + 4 + size)}" font-size="${size}" fill="${palette.ink}" stroke="${palette.surface}" stroke-width="5" stroke-linejoin="round" paint-order="stroke" text-anchor="middle">${escape(cutLabel(node.label))}</text>`
    : ''
  return `<g><title>${escape(node.label)}</title>${shape(node.kind, at, width, height, paint)}${glyph}${label}</g>`
}

const edgeText = ({ from, to, label, minor, line }: CanvasEdge, at: Positions, palette: Palette): string => {
  const [a, b] = [at.get(from), at.get(to)]
  if (!a || !b) return ''
  const bow = BOW * (from < to ? 2 : -2)
  const middle = { x: (a.x + b.x) / 2 - (b.y - a.y) * bow, y: (a.y + b.y) / 2 + (b.x - a.x) * bow }
  const look =
    line === 'double'
      ? `stroke="${palette.kinds.person}" stroke-width="3" stroke-dasharray="6 4"`
      : `stroke="${palette.cross}" stroke-opacity="0.36" stroke-width="${minor ? 1 : 1.4}"${line ? ' stroke-dasharray="2 4"' : ''}`
  return `<path d="M${round(a.x)} ${round(a.y)}Q${round(middle.x)} ${round(middle.y)} ${round(b.x)} ${round(b.y)}" fill="none" ${look}><title>${escape(label)}</title></path>`
}

/** A whole file; as large as the drawing at zoom 1. */
export const exploreSvg = (graph: CanvasGraph, at: Positions, palette: Palette, glyphs: Glyphs): string => {
  const prints = footprints(graph)
  const hidden = hiddenLabels(at, prints)
  const degree = degrees(graph)
  const boxes = prints.flatMap(({ id, outer }) => {
    const p = at.get(id)
    return p
      ? [{ left: p.x - outer.left, right: p.x + outer.right, top: p.y - outer.top, bottom: p.y + outer.bottom }]
      : []
  })
  const left = Math.min(0, ...boxes.map((box) => box.left)) - MARGIN
  const top = Math.min(0, ...boxes.map((box) => box.top)) - MARGIN
  const width = round(Math.max(0, ...boxes.map((box) => box.right)) + MARGIN - left)
  const height = round(Math.max(0, ...boxes.map((box) => box.bottom)) + MARGIN - top)
  const nodes = graph.nodes.map((node) => {
    const p = at.get(node.id)
    return p ? nodeText(node, p, degree.get(node.id) ?? 0, !hidden.has(node.id), palette, glyphs) : ''
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${round(left)} ${round(top)} ${width} ${height}" font-family="${escape(palette.sans)}">`,
    `<rect x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" fill="${palette.surface}"/>`,
    ...graph.edges.map((edge) => edgeText(edge, at, palette)),
    ...nodes,
    '</svg>',
    '',
  ].join('\n')
}
