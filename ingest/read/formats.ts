import type { FileFault } from '../../model/file-fault.ts'
import type { DocumentFormat } from '../../model/record.ts'
import type { PackedFormat } from './extraction.ts'

/** Endings of file names that may hold minutes; a folder is searched for these. */
export const FORMAT_OF_ENDING: Readonly<Record<string, DocumentFormat>> = {
  txt: 'txt',
  md: 'md',
  text: 'txt',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
}

/** Endings of documents that are not read: a folder is searched for these too, so that each is refused by name and none is passed over. */
export const REFUSED_ENDINGS: readonly string[] = ['doc', 'wps', 'rtf']

/** How a file begins that is no plain text: the format that it is read as, whatever its name, or why it is not read. */
export const SIGNATURES: readonly (readonly [
  bytes: string,
  is: { format: PackedFormat } | { fault: FileFault; reason: string },
])[] = [
  ['%PDF-', { format: 'pdf' }],
  ['PK\x03\x04', { format: 'docx' }],
  [
    '\xd0\xcf\x11\xe0',
    {
      fault: 'old-word',
      reason: 'old Word documents (doc, wps) and those with a password are not read; save the text as .txt',
    },
  ],
  ['{\\rtf', { fault: 'rich-text', reason: 'rich text (rtf) is not read; save the text as .txt' }],
  ['\x89PNG', { fault: 'picture', reason: 'is a picture, not text' }],
  ['\xff\xd8\xff', { fault: 'picture', reason: 'is a picture, not text' }],
  ['GIF8', { fault: 'picture', reason: 'is a picture, not text' }],
]

/** How a web page begins, whatever its name. */
export const PAGE_START = /^\s*(?:<\?xml\b[^<>]{0,200}>\s*)?<(?:!doctype html|html)\b/iu
