import { createHash } from 'node:crypto'
import { readFile as readBytes, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FileFault } from '../../model/file-fault.ts'
import type { DocumentFormat, PageFacts } from '../../model/record.ts'
import { decode } from './decode.ts'
import type { PackedFormat } from './extraction.ts'
import { Extractor } from './extractor.ts'
import { FORMAT_OF_ENDING, PAGE_START, SIGNATURES } from './formats.ts'

type Fault = { fault: FileFault; reason: string }
/** A file that gives no minutes, and why. */
export type Refusal = { is: 'refused'; file: string } & Fault
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

const UNREADABLE: Readonly<Record<string, Fault>> = {
  ENOENT: { fault: 'missing', reason: 'no such file' },
  ENOTDIR: { fault: 'missing', reason: 'no such file' },
  ENAMETOOLONG: { fault: 'missing', reason: 'no such file: the name is too long' },
  ELOOP: { fault: 'not-a-file', reason: 'a link that leads back to itself' },
  EACCES: { fault: 'not-allowed', reason: 'this user may not read it' },
  EPERM: { fault: 'not-allowed', reason: 'this user may not read it' },
}

/** Why the file at `path` cannot be read, from the error that the system gave; any other error is thrown on. */
export const unreadable = (path: string, error: unknown): Refusal => {
  const found = UNREADABLE[codeOf(error)]
  if (found === undefined) throw error
  return { is: 'refused', file: path, ...found }
}

const formatOf = (path: string): DocumentFormat => FORMAT_OF_ENDING[extname(path).slice(1).toLowerCase()] ?? 'txt'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const EMPTY: Fault = { fault: 'empty', reason: 'the file is empty' }

const checkSize = (size: number): Fault | null => {
  if (size === 0) return EMPTY
  if (size <= LARGEST) return null
  return {
    fault: 'too-large',
    reason: `the file is too large: ${megabytes(size)}, at most ${megabytes(LARGEST)} are read`,
  }
}

const checkKind = async (path: string): Promise<Fault | null> => {
  const found = await stat(path)
  return found.isFile() ? checkSize(found.size) : { fault: 'not-a-file', reason: 'not a regular file' }
}

type Kind = { format: DocumentFormat } | Fault

/** What the file is by its first bytes, and where they say nothing by its name. */
const kindOf = (path: string, bytes: Buffer): Kind => {
  const start = bytes.subarray(0, 8).toString('latin1')
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (signed) return signed[1]
  const format = formatOf(path)
  if (format === 'pdf' && !bytes.subarray(0, 1024).includes('%PDF-'))
    return { fault: 'not-as-named', reason: 'its name says PDF, but it is none' }
  if (format === 'docx') return { fault: 'not-as-named', reason: 'its name says Word document (docx), but it is none' }
  return { format }
}

/** The thread of it starts with the first file that needs it. */
const extractor = new Extractor()

const unpack = async (path: string, bytes: Buffer, format: PackedFormat): Promise<FileText | Refusal> => {
  const found = await extractor.extract(format, bytes)
  if (found.is === 'none') return { is: 'refused', file: path, fault: found.fault, reason: found.reason }
  const { text, page } = found
  return { is: 'text', path, sha256: hashOf(bytes), format, text, ...(page && { page }) }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The same for bytes that lie in no file; `path` is the name that they go by. */
export const readGiven = async (path: string, bytes: Buffer): Promise<FileText | Refusal> => {
  const refused = ({ fault, reason }: Fault): Refusal => ({ is: 'refused', file: path, fault, reason })
  const wrongSize = checkSize(bytes.length)
  if (wrongSize !== null) return refused(wrongSize)
  const kind = kindOf(path, bytes)
  if ('reason' in kind) return refused(kind)
  const { format } = kind
  if (format === 'html' || format === 'pdf' || format === 'docx') return unpack(path, bytes, format)
  const text = decode(bytes)
  if (text === null) return refused({ fault: 'encoding', reason: 'not text in UTF-8, UTF-16, GB18030 or Big5' })
  if (text.trim() === '') return refused(EMPTY)
  if (PAGE_START.test(text.slice(0, 1000))) return unpack(path, bytes, 'html')
  return { is: 'text', path, sha256: hashOf(bytes), format, text }
}

const readText = async (path: string): Promise<FileText | Refusal> => {
  const wrongKind = await checkKind(path)
  if (wrongKind !== null) return { is: 'refused', file: path, ...wrongKind }
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
