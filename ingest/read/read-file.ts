import { createHash } from 'node:crypto'
import { readFile as readBytes, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { DocumentFormat, PageFacts } from '../../model/record.ts'
import { decode } from './decode.ts'
import type { PackedFormat } from './extraction.ts'
import { Extractor } from './extractor.ts'
import { FORMAT_OF_ENDING, PAGE_START, SIGNATURES } from './formats.ts'

/** A file that gives no minutes, and why. */
export type Refusal = { is: 'refused'; file: string; reason: string }
export type FileText = {
  is: 'text'
  path: string
  /** Of the bytes. */
  sha256: string
  format: DocumentFormat
  text: string
  /** What a web page says of itself, where it does. */
  page?: PageFacts
}

/** Of a file, in bytes. */
const LARGEST = 20 * 1024 * 1024

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  ENAMETOOLONG: 'no such file: the name is too long',
  ELOOP: 'a link that leads back to itself',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
}

/** Why the file at `path` cannot be read, from the error that the system gave; any other error is thrown on. */
export const unreadable = (path: string, error: unknown): Refusal => {
  const reason = UNREADABLE[codeOf(error)]
  if (reason === undefined) throw error
  return { is: 'refused', file: path, reason }
}

const formatOf = (path: string): DocumentFormat => FORMAT_OF_ENDING[extname(path).slice(1).toLowerCase()] ?? 'txt'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const checkSize = (size: number): string | null => {
  if (size === 0) return 'the file is empty'
  return size > LARGEST ? `the file is too large: ${megabytes(size)}, at most ${megabytes(LARGEST)} are read` : null
}

const checkKind = async (path: string): Promise<string | null> => {
  const found = await stat(path)
  return found.isFile() ? checkSize(found.size) : 'not a regular file'
}

type Kind = { format: DocumentFormat } | { reason: string }

/** What the file is by its first bytes, and where they say nothing by its name. */
const kindOf = (path: string, bytes: Buffer): Kind => {
  const start = bytes.subarray(0, 8).toString('latin1')
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (signed) return signed[1]
  const format = formatOf(path)
  if (format === 'pdf' && !bytes.subarray(0, 1024).includes('%PDF-'))
    return { reason: 'its name says PDF, but it is none' }
  return format === 'docx' ? { reason: 'its name says Word document (docx), but it is none' } : { format }
}

/** The thread of it starts with the first file that needs it. */
const extractor = new Extractor()

const unpack = async (path: string, bytes: Buffer, format: PackedFormat): Promise<FileText | Refusal> => {
  const found = await extractor.extract(format, bytes)
  if (found.is === 'none') return { is: 'refused', file: path, reason: found.reason }
  const { text, page } = found
  return { is: 'text', path, sha256: hashOf(bytes), format, text, ...(page && { page }) }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The same for bytes that lie in no file; `path` is the name that they go by. */
export const readGiven = async (path: string, bytes: Buffer): Promise<FileText | Refusal> => {
  const refused = (reason: string): Refusal => ({ is: 'refused', file: path, reason })
  const wrongSize = checkSize(bytes.length)
  if (wrongSize !== null) return refused(wrongSize)
  const kind = kindOf(path, bytes)
  if ('reason' in kind) return refused(kind.reason)
  const { format } = kind
  if (format === 'html' || format === 'pdf' || format === 'docx') return unpack(path, bytes, format)
  const text = decode(bytes)
  if (text === null) return refused('not text in UTF-8, UTF-16, GB18030 or Big5')
  if (text.trim() === '') return refused('the file is empty')
  if (PAGE_START.test(text.slice(0, 1000))) return unpack(path, bytes, 'html')
  return { is: 'text', path, sha256: hashOf(bytes), format, text }
}

const readText = async (path: string): Promise<FileText | Refusal> => {
  const wrongKind = await checkKind(path)
  if (wrongKind !== null) return { is: 'refused', file: path, reason: wrongKind }
  return readGiven(path, await readBytes(path))
}

/** The text of a file, or why there is none; never throws for what is wrong with the file. */
export const readFile = async (path: string): Promise<FileText | Refusal> => {
  try {
    return await readText(path)
  } catch (error) {
    return unreadable(path, error)
  }
}
