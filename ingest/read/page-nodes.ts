import type { CheerioAPI } from 'cheerio'
import { NOISE_NAMES } from '../lexicon/page-words.ts'

/** A node of a parsed page. */
export type PageNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type PageElement = Extract<PageNode, { attribs: object }>

/** Counts of signs other than white space, of those inside links, and of links. */
export type Size = { chars: number; linked: number; links: number }

const NEVER_TEXT = new Set(
  'head script style noscript template nav iframe object svg canvas audio video button select textarea map dialog'.split(
    ' ',
  ),
)
const AROUND = new Set(['header', 'footer', 'aside'])
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog'])
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const UNSEEN =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|!|$)/iu
/** What stands around the text of a page is short, unless it is a list of links. */
const LONGEST_AROUND = 400

export const isElement = (node: PageNode): node is PageElement => 'attribs' in node

/** Visits every node below `root`, children between `enter` and `leave`; where `enter` answers false they are passed over. Deep pages do not fill the stack. */
export const walk = (root: PageNode, enter: (node: PageNode) => boolean, leave: (node: PageNode) => void): void => {
  const stack: { node: PageNode; left: boolean }[] = [{ node: root, left: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.left) leave(top.node)
    else {
      const into = enter(top.node)
      stack.push({ node: top.node, left: true })
      if (into && 'children' in top.node)
        for (let at = top.node.children.length - 1; at >= 0; at--) {
          const child = top.node.children[at]
          if (child) stack.push({ node: child, left: false })
        }
    }
  }
}

export const textOf = (node: PageNode): string => (node.nodeType === 3 && 'data' in node ? node.data : '')

/** Of every node, with all below it. */
export const measure = (root: PageNode): Map<PageNode, Size> => {
  const sizes = new Map<PageNode, Size>()
  const open: Size[] = []
  const enter = (node: PageNode) => {
    if (isElement(node) && NEVER_TEXT.has(node.name)) open.push({ chars: 0, linked: 0, links: 0 })
    else open.push({ chars: textOf(node).replace(/\s+/gu, '').length, linked: 0, links: 0 })
    return !(isElement(node) && NEVER_TEXT.has(node.name))
  }
  walk(root, enter, (node) => {
    const size = open.pop()
    if (!size) return
    if (isElement(node) && node.name === 'a') Object.assign(size, { linked: size.chars, links: 1 })
    sizes.set(node, size)
    const parent = open.at(-1)
    if (!parent) return
    parent.chars += size.chars
    parent.linked += size.linked
    parent.links += size.links
  })
  return sizes
}

const isHidden = ({ attribs }: PageElement): boolean =>
  'hidden' in attribs || attribs['aria-hidden'] === 'true' || UNSEEN.test(attribs['style'] ?? '')

const namedAsNoise = ({ attribs }: PageElement): boolean =>
  `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`
    .split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/u)
    .some((part) => NOISE_NAMES.has(part.toLowerCase()))

/** True for navigation, scripts, what nobody sees and what else surrounds the text of a page. */
export const isNoise = (node: PageNode, { chars, linked, links }: Size): boolean => {
  if (!isElement(node)) return false
  if (NEVER_TEXT.has(node.name) || isHidden(node)) return true
  if (node.name === 'body' || node.name === 'html') return false
  if (BLOCKS.has(node.name) && links >= 3 && linked >= chars * 0.8) return true
  const small = chars <= LONGEST_AROUND || linked >= chars * 0.5
  return small && (AROUND.has(node.name) || ROLES.has(node.attribs['role'] ?? '') || namedAsNoise(node))
}
