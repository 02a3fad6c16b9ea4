import { type Attributes, namesOf, type Scalar, xmlText } from './attributes.ts'
import type { FlatGraph } from './exported.ts'

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (value: Scalar): string => xmlText(String(value)).replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

const typeOf = (values: readonly (Scalar | undefined)[]): string => {
  const given = values.filter((value) => value !== undefined)
  if (given.every((value) => typeof value === 'boolean')) return 'boolean'
  if (given.every((value) => typeof value === 'number')) return given.every(Number.isInteger) ? 'int' : 'double'
  return 'string'
}

const keys = (of: 'node' | 'edge', all: readonly Attributes[]): string[] =>
  namesOf(all).map(
    (name) =>
      `<key id="${of}-${escaped(name)}" for="${of}" attr.name="${escaped(name)}" attr.type="${typeOf(all.map((one) => one[name]))}"/>`,
  )

const data = (of: 'node' | 'edge', attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => `<data key="${of}-${escaped(name)}">${escaped(value)}</data>`)
    .join('')

export const graphml = ({ directed, nodes, edges }: FlatGraph, source: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="source" for="graph" attr.name="source" attr.type="string"/>',
    ...keys(
      'node',
      nodes.map(({ attributes }) => attributes),
    ),
    ...keys(
      'edge',
      edges.map(({ attributes }) => attributes),
    ),
    `<graph edgedefault="${directed ? 'directed' : 'undirected'}">`,
    `<data key="source">${escaped(source)}</data>`,
    ...nodes.map(({ id, attributes }) => `<node id="${escaped(id)}">${data('node', attributes)}</node>`),
    ...edges.map(
      ({ id, from, to, attributes }) =>
        `<edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">${data('edge', attributes)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
