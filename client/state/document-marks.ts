import type { DocumentReply } from '../../model/api/documents.ts'
import type { GraphEdge, GraphNode, NodeKind } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'

export type MarkKind = Extract<NodeKind, 'department' | 'policy' | 'person' | 'district'>
export const MARK_KINDS: readonly MarkKind[] = ['department', 'policy', 'person', 'district']

/** A place where the text names a node. */
export type EntityMark = Span & { node: string; kind: MarkKind }

const isMarkKind = (kind: NodeKind): kind is MarkKind => (MARK_KINDS as readonly NodeKind[]).includes(kind)

/** Facts whose evidence is the name itself, whatever its length. */
const NAMES_ITSELF = new Set<GraphEdge['type']>(['MENTIONS', 'CONSIDERS', 'CITES'])

/**
 * Where `form` stands in `within`, passing over white space of the text: a roll breaks its lines anywhere.
 * Linear in the length of `within` times that of `form`, both of which are short.
 */
export const findForm = (text: string, form: string, within: Span): Span | null => {
  const wanted = form.replace(/\s/g, '')
  if (!wanted) return null
  const places: number[] = []
  let packed = ''
  for (let at = within.start; at < within.end; at++) {
    const char = text.charAt(at)
    if (/\s/.test(char)) continue
    packed += char
    places.push(at)
  }
  const found = packed.indexOf(wanted)
  const start = places[found]
  const end = places[found + wanted.length - 1]
  return found < 0 || start === undefined || end === undefined ? null : { start, end: end + 1 }
}

const formsOf = (node: GraphNode): string[] =>
  [...new Set([...node.forms, node.label])].sort((a, b) => b.length - a.length)

/** The longest printed form of `node` that stands in `span`. */
const nameIn = (text: string, node: GraphNode, span: Span): Span | null => {
  for (const form of formsOf(node)) {
    const found = findForm(text, form, span)
    if (found) return found
  }
  return null
}

const MAX_NAMED = 400

const marksOf = (edge: GraphEdge, ends: GraphNode[], span: Span, text: string): EntityMark[] =>
  ends.flatMap((node): EntityMark[] => {
    if (!isMarkKind(node.kind)) return []
    if (NAMES_ITSELF.has(edge.type)) return node.id === edge.to ? [{ ...span, node: node.id, kind: node.kind }] : []
    if (span.end - span.start > MAX_NAMED) return []
    const found = nameIn(text, node, span)
    return found ? [{ ...found, node: node.id, kind: node.kind }] : []
  })

const withBrackets = (text: string, mark: EntityMark): EntityMark =>
  mark.kind === 'policy' && text[mark.start - 1] === '《' && text[mark.end] === '》'
    ? { ...mark, start: mark.start - 1, end: mark.end + 1 }
    : mark

/** A title in 《》 is the same name wherever it stands, also where no fact was read from it. */
const titlesIn = (text: string, nodes: readonly GraphNode[]): EntityMark[] =>
  nodes.flatMap((node): EntityMark[] => {
    if (node.kind !== 'policy') return []
    const marks: EntityMark[] = []
    for (const form of formsOf(node)) {
      const printed = `《${form}》`
      for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + printed.length))
        marks.push({ start: at, end: at + printed.length, node: node.id, kind: 'policy' })
    }
    return marks
  })

/** The body printed beside a name in the roll is an end of another fact; its evidence is the same entry. */
export const entityMarks = ({
  id,
  text,
  facts,
  nodes,
}: Pick<DocumentReply, 'id' | 'text' | 'facts' | 'nodes'>): EntityMark[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const marks = new Map<string, EntityMark>()
  const add = (mark: EntityMark) => marks.set(`${mark.start}:${mark.end}:${mark.node}`, mark)
  for (const edge of facts) {
    const ends = [byId.get(edge.from), byId.get(edge.to)].filter((node) => node !== undefined)
    for (const { document, start, end } of edge.evidence) {
      if (document !== id) continue
      for (const mark of marksOf(edge, ends, { start, end }, text)) add(withBrackets(text, mark))
    }
  }
  for (const mark of titlesIn(text, nodes)) add(mark)
  return [...marks.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.node < b.node ? -1 : 1))
}

/** How many different nodes of each kind the text names. */
export const countMarks = (marks: readonly EntityMark[]): Record<MarkKind, number> => {
  const seen: Record<MarkKind, Set<string>> = {
    department: new Set(),
    policy: new Set(),
    person: new Set(),
    district: new Set(),
  }
  for (const { kind, node } of marks) seen[kind].add(node)
  return {
    department: seen.department.size,
    policy: seen.policy.size,
    person: seen.person.size,
    district: seen.district.size,
  }
}
