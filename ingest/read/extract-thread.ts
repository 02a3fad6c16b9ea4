/** A thread that takes the text out of web pages, PDF and Word documents, one after the other. */
import { parentPort } from 'node:worker_threads'
import { type Extraction, none, type PackedFormat } from './extraction.ts'

type Extract = (bytes: Uint8Array) => Extraction | Promise<Extraction>

/** Each brings a library that takes a while to load: only those that are needed are. */
const EXTRACT: Readonly<Record<PackedFormat, () => Promise<Extract>>> = {
  html: async () => (await import('./page-text.ts')).pageText,
  pdf: async () => (await import('./pdf-text.ts')).pdfText,
  docx: async () => (await import('./docx-text.ts')).docxText,
}

const extract = async (format: PackedFormat, bytes: Uint8Array): Promise<Extraction> => {
  try {
    const read = await EXTRACT[format]()
    return await read(bytes)
  } catch (error) {
    return none(
      'bug',
      `it could not be read, which is a fault of Jiyao: ${error instanceof Error ? error.stack : String(error)}`,
    )
  }
}

parentPort?.on('message', ({ format, bytes }: { format: PackedFormat; bytes: Uint8Array }) => {
  void extract(format, bytes).then((found) => parentPort?.postMessage(found, []))
})
