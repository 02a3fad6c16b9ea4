import { adapter } from 'parse5-htmlparser2-tree-adapter'

/** A page that would take without measure long to read, or that no browser would show in full. The message says how. */
export class UnboundedPage extends Error {}

const TEXT = 3
/** Editors that never close what they open come to some thousands. */
const DEEPEST = 6_000
const MOST_NODES = 400_000
/** Of what stands between the rows of a table and is put before it. */
const MOST_MISPLACED = 5_000
const MOST_ATTRIBUTES = 5_000

const refuse = (what: string, most: number): never => {
  throw new UnboundedPage(`${what}, at most ${most} are read; it may be damaged, or made to do harm`)
}

/** Counts, and refuses what lies beyond the limit. */
const counter = (what: string, most: number) => {
  let count = 0
  return (change: 1 | -1) => {
    count += change
    if (count > most) refuse(what, most)
  }
}

/**
 * Builds the tree of one page as usual, and gives up where it grows beyond all measure: the parser looks at every element that is
 * open for each one that comes, and at every one before a table for what is misplaced in it.
 */
export const boundedTree = (): typeof adapter => {
  const depth = counter('the page opens elements inside each other without end', DEEPEST)
  const nodes = counter('the page is made of too many elements', MOST_NODES)
  const misplaced = counter('the page has too much in its tables that belongs to no cell', MOST_MISPLACED)
  return {
    ...adapter,
    onItemPush: () => depth(1),
    onItemPop: () => depth(-1),
    createElement: (...given) => {
      nodes(1)
      return adapter.createElement(...given)
    },
    insertText: (parent, text) => {
      // What follows a text comes to it and makes no new one.
      if (parent.lastChild?.nodeType !== TEXT) nodes(1)
      adapter.insertText(parent, text)
    },
    insertBefore: (...given) => {
      misplaced(1)
      adapter.insertBefore(...given)
    },
    insertTextBefore: (...given) => {
      misplaced(1)
      adapter.insertTextBefore(...given)
    },
  }
}

/** What a tag is made of, up to its end: values in quotes, which are one thing, or what stands between white space. */
const IN_TAG = /"[^"]*"|'[^']*'|>|[^\s"'>]+/gu
const TAG = /<[a-z][^\s>]*/giu

/** Throws where one tag has more attributes than any has: the parser looks at all of them for each. */
export const checkAttributes = (html: string): void => {
  TAG.lastIndex = 0
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    IN_TAG.lastIndex = TAG.lastIndex
    let parts = 0
    let part = IN_TAG.exec(html)
    for (; part && part[0] !== '>'; part = IN_TAG.exec(html))
      if (++parts > MOST_ATTRIBUTES) refuse('the page has a tag of too many attributes', MOST_ATTRIBUTES)
    // A tag that never ends has all the rest in it.
    if (!part) return
    TAG.lastIndex = IN_TAG.lastIndex
  }
}
