import type { Presence } from './attendance.ts'
import type { Block } from './layout.ts'
import { columnsOf } from './layout.ts'
import type { Attendee } from './roll-entry.ts'
import type { Style } from './style.ts'

/** A run of text that is broken anywhere, or nowhere. */
type Atom = { text: string; whole: boolean }

const loose = (text: string): Atom[] => Array.from(text).map((char) => ({ text: char, whole: false }))

/** Breaks where the line is full; never inside a name, never in front of a stop. */
const wrapAtoms = (atoms: readonly Atom[], columns: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const { text } of atoms) {
    const hangs = /^[、，）]/u.test(text)
    if (!hangs && line && columnsOf(line) + columnsOf(text.trimEnd()) > columns + 0.5) {
      lines.push(line.trimEnd())
      line = text.trimStart()
    } else line += text
  }
  if (line.trimEnd()) lines.push(line.trimEnd())
  return lines
}

const pad = (name: string) => (Array.from(name).length === 2 ? Array.from(name).join('　') : name)

const nameText = (one: Attendee) => {
  if (one.onBehalfOf) return `${one.onBehalfOf}（${one.person.name}代）`
  return one.reason ? `${one.person.name}（${one.reason}）` : one.person.name
}

/** People of one body stand together, joined by 、. */
const entries = (rows: readonly Attendee[]): Atom[] =>
  rows.flatMap((row, at) => {
    const same = at > 0 && row.body !== null && rows[at - 1]?.body === row.body
    const before = at === 0 ? [] : loose(same ? '、' : ' ')
    return [...before, ...(same || !row.body ? [] : loose(row.body)), { text: nameText(row), whole: true }]
  })

const leaders = (rows: readonly Attendee[], style: Style): Atom[] => {
  if (rows.some((row) => row.post))
    return rows.flatMap((row, at) => [
      ...(at ? loose('，') : []),
      ...loose(row.post ?? ''),
      { text: row.person.name, whole: true },
    ])
  const gap = style.padded ? '  ' : ' '
  return rows.flatMap((row, at) => [
    ...(at ? [{ text: gap, whole: true }] : []),
    { text: style.padded ? pad(row.person.name) : row.person.name, whole: true },
  ])
}

const roll = (label: string, atoms: readonly Atom[], columns: number, more: readonly string[] = []): Block => ({
  kind: 'roll',
  lines: [...wrapAtoms([...loose(`${label}：`), ...atoms], columns), ...more],
})

/** The blocks of the roll, in the order of the genre. */
export const rollBlocks = (presence: Presence, style: Style): Block[] => {
  const columns = style.rollColumns
  const others = presence.anonymous.length ? wrapAtoms(loose(`${presence.anonymous.join('、')}的代表`), columns) : []
  return [
    roll('出席', leaders(presence.leaders, style), columns),
    ...(presence.absent.length ? [roll('请假', entries(presence.absent), columns)] : []),
    roll('列席', entries(presence.office), columns),
    { kind: 'roll', lines: [...wrapAtoms(entries(presence.bodies), columns), ...others] },
    ...(presence.guests.length ? [roll('邀请列席', entries(presence.guests), columns)] : []),
  ]
}
