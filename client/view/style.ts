import type { StylesheetJson } from 'cytoscape'
import { NodeKind } from '../../model/graph.ts'
import { COMMUNITY_SHADE } from './elements.ts'
import { type Glyphs, glyphUri } from './glyph.ts'
import type { Palette } from './palette.ts'

const SHAPES = {
  meeting: 'round-rectangle',
  item: 'rectangle',
  decision: 'round-rectangle',
  policy: 'diamond',
  department: 'ellipse',
  person: 'triangle',
  district: 'hexagon',
} as const satisfies Record<NodeKind, string>

const HOLLOW: ReadonlySet<NodeKind> = new Set(['item'])

const kindStyles = (palette: Palette, glyphs: Glyphs): StylesheetJson =>
  NodeKind.options.map((kind) => {
    const colour = palette.kinds[kind]
    const picture = glyphUri(kind, glyphs[kind], palette.glyph, palette.sans)
    return {
      selector: `node.${kind}`,
      style: {
        shape: SHAPES[kind],
        'background-color': HOLLOW.has(kind) ? palette.surface : colour,
        ...(HOLLOW.has(kind)
          ? { 'border-width': 1.5, 'border-color': colour }
          : { 'border-width': 1, 'border-color': palette.surface }),
        ...(kind === 'meeting' ? { 'corner-radius': '3px' } : {}),
        ...(picture ? { 'background-image': picture, 'background-fit': 'contain' } : {}),
      },
    }
  })

const base = (palette: Palette): StylesheetJson => [
  {
    selector: 'node',
    style: {
      width: 'data(width)',
      height: 'data(height)',
      label: 'data(label)',
      color: palette.ink,
      'font-family': palette.sans,
      'font-size': 'data(size)',
      'font-weight': 400,
      'text-valign': 'bottom',
      'text-margin-y': 4,
      'text-outline-width': 3,
      'text-outline-color': palette.surface,
      'text-outline-opacity': 1,
      'outline-offset': 4,
      'outline-width': 0,
      'overlay-opacity': 0,
    },
  },
  { selector: 'node[weight = 600]', style: { 'font-weight': 600 } },
  { selector: 'node.unlabelled', style: { 'text-opacity': 0, 'text-outline-opacity': 0 } },
  {
    selector: 'edge',
    style: {
      width: 1.4,
      'line-color': palette.cross,
      'line-opacity': palette.dark ? 0.4 : 0.36,
      'curve-style': 'unbundled-bezier',
      'control-point-distances': 'data(bow)',
      'control-point-weights': 0.5,
      'overlay-opacity': 0,
      'font-family': palette.sans,
      'font-size': 12,
      color: palette.ink2,
      'text-outline-width': 3,
      'text-outline-color': palette.surface,
    },
  },
  { selector: 'edge.minor', style: { width: 1 } },
  { selector: 'edge.straight', style: { 'curve-style': 'straight' } },
]

const PIN = 17

const pinUri = ({ surface, ctl, ink }: Palette): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="68" height="68" viewBox="0 0 17 17"><circle cx="8.5" cy="8.5" r="7.8" fill="${surface}" stroke="${ctl}"/><path d="M6.2 4.4h4.6l-.6 3 1.5 1.6H5.3l1.5-1.6zM8.5 9v4" fill="${ink}" stroke="${ink}" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}

/** A badge at the upper right, beside the glyph. */
const pinnedStyles = (palette: Palette, glyphs: Glyphs): StylesheetJson =>
  NodeKind.options.map((kind) => {
    const picture = glyphUri(kind, glyphs[kind], palette.glyph, palette.sans)
    const own = picture ? [picture] : []
    const each = <Value>(ofGlyph: Value, ofPin: Value): Value[] => [...own.map(() => ofGlyph), ofPin]
    return {
      selector: `node.${kind}.pinned`,
      style: {
        'background-image': [...own, pinUri(palette)],
        'background-fit': each('contain', 'none'),
        'background-width': each('auto', `${PIN}px`),
        'background-height': each('auto', `${PIN}px`),
        'background-position-x': each('50%', '100%'),
        'background-position-y': each('50%', '0%'),
        'background-offset-x': each('0px', '9px'),
        'background-offset-y': each('0px', '-9px'),
        'background-clip': each('node', 'none'),
        'background-image-containment': each('inside', 'over'),
        'bounds-expansion': [12],
        // Cytoscape takes lists here; its own types know of single values only.
      } as unknown as StylesheetJson[number] extends { style: infer Style } ? Style : never,
    }
  })

const exploreStyles = (palette: Palette): StylesheetJson => [
  {
    selector: 'node.more',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '13px',
      'background-color': palette.surface,
      'border-width': 1.5,
      'border-style': 'dashed',
      'text-valign': 'center',
      'text-margin-y': 0,
      'text-outline-width': 0,
    },
  },
  ...NodeKind.options.map((kind): StylesheetJson[number] => ({
    selector: `node.more-${kind}`,
    style: { 'border-color': palette.kinds[kind] },
  })),
  { selector: 'edge.dotted', style: { 'line-style': 'dashed', 'line-dash-pattern': [2, 4], 'line-opacity': 0.5 } },
  {
    selector: 'edge.double',
    style: {
      width: 5,
      'line-color': palette.kinds.person,
      'line-opacity': 1,
      'line-style': 'dashed',
      'line-dash-pattern': [6, 4],
      'line-outline-width': 0,
      label: 'data(label)',
      color: palette.kinds.person,
    },
  },
  { selector: '.later', style: { opacity: 0.12 } },
  { selector: 'node.later', style: { 'text-opacity': 0, 'text-outline-opacity': 0 } },
]

const communityStyles = (palette: Palette): StylesheetJson => [
  ...[...palette.communities.entries(), ['other', palette.quiet] as const].flatMap(
    ([name, colour]): StylesheetJson => [
      {
        selector: `node.community-${name}`,
        style: {
          'background-color': colour,
          'border-width': 1,
          'border-color': palette.surface,
          'underlay-color': colour,
          'underlay-padding': COMMUNITY_SHADE,
          'underlay-opacity': palette.dark ? 0.06 : 0.07,
          'underlay-shape': 'ellipse',
        },
      },
      {
        selector: `edge.community-${name}`,
        style: { 'line-color': colour, 'line-opacity': 0.46 },
      },
    ],
  ),
  { selector: 'node.member', style: { shape: 'ellipse' } },
  {
    selector: 'node.alone',
    style: { 'background-color': palette.surface, 'border-width': 1.5, 'border-color': palette.quiet },
  },
  { selector: 'edge.tie', style: { width: 'data(width)' } },
  { selector: 'edge.across', style: { 'line-color': palette.cross, 'line-opacity': palette.dark ? 0.34 : 0.26 } },
  {
    selector: 'edge.below',
    style: {
      'line-color': palette.below,
      'line-opacity': 1,
      'line-style': 'dashed',
      'line-dash-pattern': [2, 5],
    },
  },
]

const states = (palette: Palette): StylesheetJson => [
  { selector: '.faded', style: { opacity: 0.12 } },
  { selector: 'node.faded', style: { 'text-opacity': 0, 'text-outline-opacity': 0 } },
  { selector: 'edge.near', style: { width: 2, 'line-color': palette.ink2, 'line-opacity': 1 } },
  {
    selector: 'node.hover',
    style: {
      'outline-width': 1.5,
      'outline-color': palette.ink,
      'text-opacity': 1,
      'text-outline-opacity': 1,
      'z-index': 10,
    },
  },
  {
    selector: 'edge.hover',
    style: { label: 'data(label)', width: 2, 'line-color': palette.ink, 'line-opacity': 1, color: palette.ink },
  },
  {
    selector: 'node.selected',
    style: {
      'outline-width': 2.5,
      'outline-color': palette.accent,
      color: palette.accent,
      'font-weight': 600,
      'text-opacity': 1,
      'text-outline-opacity': 1,
      'z-index': 20,
    },
  },
  {
    selector: 'edge.selected',
    style: {
      label: 'data(label)',
      width: 4,
      'line-color': palette.accent,
      'line-opacity': 1,
      color: palette.accent,
      'font-weight': 600,
    },
  },
  { selector: 'node.end', style: { 'font-weight': 600, 'text-opacity': 1, 'text-outline-opacity': 1, 'z-index': 15 } },
]

/** Classes and data only: a selector for each edge would make Cytoscape slow. */
export const stylesheet = (palette: Palette, glyphs: Glyphs): StylesheetJson => [
  ...base(palette),
  ...kindStyles(palette, glyphs),
  ...pinnedStyles(palette, glyphs),
  ...exploreStyles(palette),
  ...communityStyles(palette),
  ...states(palette),
]
