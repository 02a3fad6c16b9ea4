import type { GraphSlice } from '../../model/api/meetings.ts'
import { type Attributes, edgeAttributes, namesOf, nodeAttributes, type Scalar, xmlText } from './attributes.ts'

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

export const graphml = ({ nodes, edges }: GraphSlice, source: string): string => {
  const [ofNodes, ofEdges] = [nodes.map(nodeAttributes), edges.map(edgeAttributes)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="source" for="graph" attr.name="source" attr.type="string"/>',
    ...keys('node', ofNodes),
    ...keys('edge', ofEdges),
    '<graph edgedefault="directed">',
    `<data key="source">${escaped(source)}</data>`,
    ...nodes.map(({ id }, at) => `<node id="${escaped(id)}">${data('node', ofNodes[at] ?? {})}</node>`),
    ...edges.map(
      ({ id, from, to }, at) =>
        `<edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">${data('edge', ofEdges[at] ?? {})}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}
