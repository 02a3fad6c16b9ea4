import type { GraphNode } from '../../../model/graph.ts'
import { meetingShort, nodeName, useWords, type Words } from '../../i18n/words.ts'
import { useExploration } from './exploration.tsx'

/** 《…》 in a heading is what it is about. */
const TITLE = /《([^《》]{2,})》/

const withoutCity = (title: string, place: string): string =>
  title.startsWith(place) && title.length > place.length + 1 ? title.slice(place.length) : title

/** How a node is called in the drawing: short, and without the city that all of them share. */
export const shortName = (words: Words, node: GraphNode, place: string): string => {
  switch (node.kind) {
    case 'meeting':
      return meetingShort(words, node)
    case 'item':
      return withoutCity(TITLE.exec(node.label)?.[1] ?? node.label, place)
    case 'policy':
      return withoutCity(node.title, place)
    default:
      return nodeName(words, node, () => null)
  }
}

/** In the table: items by their heading. */
export const listedName = (words: Words, node: GraphNode): string =>
  node.kind === 'item' ? node.label : nodeName(words, node, () => null)

export const useNames = () => {
  const words = useWords()
  const { graph, place } = useExploration()
  const find = (id: string) => graph.nodes.find((node) => node.id === id)
  return {
    short: (id: string): string => {
      const node = find(id)
      return node ? shortName(words, node, place) : ''
    },
    find,
  }
}
