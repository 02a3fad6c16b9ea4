import type { FileFault } from '../../model/file-fault.ts'
import type { PageFacts } from '../../model/record.ts'

/** Formats that have to be unpacked before there is text. */
export type PackedFormat = 'html' | 'pdf' | 'docx'

/** `page` only for web pages that say something of themselves. */
export type Extraction =
  | { is: 'text'; text: string; page: PageFacts | null }
  | { is: 'none'; fault: FileFault; reason: string }

/** Half of a character, or a sign that says that there is none: entities and fonts can name them, and no text has them. */
const NO_TEXT = /[\0\p{Surrogate}]/gu

export const found = (text: string, page: PageFacts | null): Extraction => ({
  is: 'text',
  text: text.replace(NO_TEXT, '\ufffd'),
  page,
})

export const none = (fault: FileFault, reason: string): Extraction => ({ is: 'none', fault, reason })
