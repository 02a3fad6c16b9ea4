import type { PageFacts } from '../../model/record.ts'

/** Formats that have to be unpacked before there is text. */
export type PackedFormat = 'html' | 'pdf' | 'docx'

/** `page` only for web pages that say something of themselves. */
export type Extraction = { is: 'text'; text: string; page: PageFacts | null } | { is: 'none'; reason: string }

export const none = (reason: string): Extraction => ({ is: 'none', reason })
