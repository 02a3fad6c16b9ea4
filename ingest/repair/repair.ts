import { furniture } from './furniture.ts'
import { invisible } from './invisible.ts'
import { applyEdits, type Edit, type RepairedText } from './origins.ts'
import { paragraphs } from './paragraphs.ts'
import { radicals } from './radicals.ts'
import { spaces } from './spaces.ts'
import { vertical } from './vertical.ts'

/** In this order: each stage relies on what the one before has put right. */
const STAGES: readonly ((text: string) => Edit[])[] = [invisible, radicals, furniture, vertical, paragraphs, spaces]

/** The text with the damage of extraction undone: one paragraph a line, no blank lines, rolls with their line breaks. */
export const repair = (raw: string): RepairedText =>
  STAGES.reduce<RepairedText>((done, stage) => applyEdits(done, stage(done.text)), { text: raw, origins: [[0, 0]] })
