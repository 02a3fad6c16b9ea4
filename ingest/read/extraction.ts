/** Formats that have to be unpacked before there is text. */
export type PackedFormat = 'html' | 'pdf' | 'docx'

/**
 * What a web page says of itself: the day it was put up, `YYYY-MM-DD`, and whom it names as its source; `null` where it does not say.
 * Neither is a fact of the meeting.
 */
export type PageFacts = { date: string | null; source: string | null }

/** `page` only for web pages that say something of themselves. */
export type Extraction = { is: 'text'; text: string; page: PageFacts | null } | { is: 'none'; reason: string }

export const none = (reason: string): Extraction => ({ is: 'none', reason })
