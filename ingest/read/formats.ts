import type { DocumentFormat } from '../../model/record.ts'

/** Endings of file names that may hold minutes; a folder is searched for these. */
export const FORMAT_OF_ENDING: Readonly<Record<string, DocumentFormat>> = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
}

export const UNREAD = {
  html: 'web pages (html) are not read yet; save the text as .txt',
  pdf: 'PDF is not read yet; save the text as .txt',
  docx: 'Word documents (docx) are not read yet; save the text as .txt',
} as const

/** Why a format is not read; `null` for those that are. */
export const WHY_UNREAD: Readonly<Record<DocumentFormat, string | null>> = { txt: null, md: null, ...UNREAD }

/** How a file begins that is no text, and what it is. */
export const SIGNATURES: readonly (readonly [bytes: string, reason: string])[] = [
  ['%PDF-', UNREAD.pdf],
  ['PK\x03\x04', UNREAD.docx],
  ['\xd0\xcf\x11\xe0', 'old Word documents (doc, wps) are not read; save the text as .txt'],
  ['{\\rtf', 'rich text (rtf) is not read; save the text as .txt'],
  ['\x89PNG', 'is a picture, not text'],
  ['\xff\xd8\xff', 'is a picture, not text'],
  ['GIF8', 'is a picture, not text'],
]
