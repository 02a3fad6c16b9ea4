import type { FactKind, Marked } from './marks.ts'

/** How marks are shown: with colours of a terminal, or with signs alone. */
export type Paint = {
  title: (text: string) => string
  faint: (text: string) => string
  marked: (parts: readonly Marked[]) => string
}

const COLOURS: Readonly<Record<FactKind, number>> = {
  meeting: 36,
  person: 35,
  body: 34,
  policy: 33,
  item: 32,
  decision: 32,
  warning: 31,
}
const BOLD = 1
const FAINT = 2
const UNDERLINED = 4

/** A document must not steer the terminal. */
// oxlint-disable-next-line no-control-regex
export const inkOnly = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/gu, '\ufffd')

export const plain: Paint = {
  title: (text) => text,
  faint: (text) => text,
  marked: (parts) =>
    parts
      .map((part) =>
        'text' in part ? inkOnly(part.text) : `⟦${plain.marked(part.inside)}|${inkOnly(part.fact.label)}⟧`,
      )
      .join(''),
}

const styled = (text: string, ...codes: number[]): string => `\u001b[${codes.join(';')}m${text}\u001b[0m`

/** Each piece of text by itself, since the end of an inner colour ends the outer one too. */
const coloured = (parts: readonly Marked[], codes: readonly number[]): string =>
  parts
    .map((part) => {
      if ('text' in part) return codes.length ? styled(inkOnly(part.text), ...codes) : inkOnly(part.text)
      const colour = COLOURS[part.fact.kind]
      return coloured(part.inside, [colour, UNDERLINED]) + styled(`‹${inkOnly(part.fact.label)}›`, FAINT, colour)
    })
    .join('')

export const colours: Paint = {
  title: (text) => styled(text, BOLD),
  faint: (text) => styled(text, FAINT),
  marked: (parts) => coloured(parts, []),
}
