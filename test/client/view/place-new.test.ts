import { describe, expect, test } from 'vitest'
import type { CanvasGraph } from '../../../client/view/elements.ts'
import { exploreSvg } from '../../../client/view/explore-svg.ts'
import type { Palette } from '../../../client/view/palette.ts'
import { placeNew } from '../../../client/view/place-new.ts'

const node = (id: string) => ({ id, kind: 'department' as const, label: id })
const edge = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, label: 'x', minor: false })
const hub = { x: 400, y: 300 }

const star = (leaves: number): CanvasGraph => ({
  nodes: [node('hub'), ...Array.from({ length: leaves }, (_, at) => node(`leaf${at}`))],
  edges: Array.from({ length: leaves }, (_, at) => edge('hub', `leaf${at}`)),
})

describe('places for what is new', () => {
  test('lie near what it hangs on, and leave what was there alone', () => {
    const found = placeNew(star(6), new Map([['hub', hub]]))
    expect(found.has('hub')).toBe(false)
    expect([...found.keys()]).toHaveLength(6)
    for (const { x, y } of found.values()) expect(Math.hypot(x - hub.x, y - hub.y)).toBeLessThan(300)
  })

  test('do not lie upon one another', () => {
    const points = [...placeNew(star(12), new Map([['hub', hub]])).values()]
    points.forEach((a, at) => {
      for (const b of points.slice(at + 1)) expect(Math.abs(a.x - b.x) > 20 || Math.abs(a.y - b.y) > 20).toBe(true)
    })
  })

  test('are the same for the same drawing', () => {
    const known = new Map([['hub', hub]])
    expect(placeNew(star(9), known)).toEqual(placeNew(star(9), known))
  })

  test('what hangs on something that is itself new comes after it; what hangs on nothing stands beside', () => {
    const graph = {
      nodes: ['hub', 'far', 'near', 'alone'].map(node),
      edges: [edge('near', 'far'), edge('hub', 'near')],
    }
    const found = placeNew(graph, new Map([['hub', hub]]))
    expect([...found.keys()].sort()).toEqual(['alone', 'far', 'near'])
    expect(found.get('alone')?.x).toBeGreaterThan(hub.x)
  })

  test('nothing new needs no place', () => {
    expect(placeNew(star(0), new Map([['hub', hub]])).size).toBe(0)
  })
})

test('a vector file holds every node with its whole name, and escapes what would be markup', () => {
  const colour = '#000'
  const palette: Palette = {
    surface: colour,
    ink: colour,
    ink2: colour,
    accent: colour,
    cross: colour,
    ctl: colour,
    below: colour,
    quiet: colour,
    glyph: colour,
    dark: false,
    sans: '"A B", sans-serif',
    kinds: {
      meeting: colour,
      item: colour,
      decision: colour,
      policy: colour,
      department: colour,
      district: colour,
      person: colour,
    },
    communities: [],
  }
  const glyphs = { meeting: '会', item: '', decision: '', policy: '策', department: '部', person: '人', district: '区' }
  const graph = { nodes: [node('a<b>&"'), node('另一个')], edges: [edge('a<b>&"', '另一个')] }
  const at = new Map([
    ['a<b>&"', { x: 0, y: 0 }],
    ['另一个', { x: 200, y: 50 }],
  ])
  const svg = exploreSvg(graph, at, palette, glyphs)
  expect(svg).toContain('<title>另一个</title>')
  expect(svg).toContain('<title>a&#60;b&#62;&#38;&#34;</title>')
  expect(svg).not.toContain('a<b>')
  expect(svg.match(/<path/g)).toHaveLength(1)
})
