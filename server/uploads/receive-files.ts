import busboy from 'busboy'
import type { GivenFile } from '../../ingest/pipeline.ts'
import { AppError } from '../errors.ts'
import type { Upload } from '../serve.ts'

/** Of one upload: how many files, and how many bytes in one and in all. */
export type UploadLimits = { files: number; file: number; all: number }

const LONGEST_NAME = 255

/** Folders before the name are cut off by the parser; what is left has to be a name. */
const nameOf = (given: string | undefined): string => {
  const name = given?.trim() ?? ''
  // oxlint-disable-next-line no-control-regex
  if (name === '' || name === '.' || name === '..' || name.length > LONGEST_NAME || /[\u0000-\u001f/\\]/.test(name))
    throw new AppError(
      'bad-input',
      `Every file has to have a name, of at most ${LONGEST_NAME} characters, without folders.`,
    )
  return name
}

const parserOf = (contentType: string, limits: UploadLimits): busboy.Busboy => {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      // One byte more than is allowed, so that what is cut off is told from what just fits.
      limits: { files: limits.files + 1, fileSize: limits.file + 1, fields: 0, parts: limits.files + 1 },
    })
  } catch (error) {
    throw new AppError(
      'bad-input',
      `The upload cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`

const tooLarge = ({ files, file, all }: UploadLimits): AppError =>
  new AppError(
    'too-large',
    `One upload may have ${files} files, ${megabytes(file)} in each and ${megabytes(all)} in all: send them in several, or read them with npm run ingest.`,
  )

/** The files of an upload, in memory; nothing is written anywhere. Throws `bad-input` and `too-large`. */
export const receiveFiles = ({ bytes, contentType }: Upload, limits: UploadLimits): Promise<GivenFile[]> =>
  new Promise((resolve, reject) => {
    const parser = parserOf(contentType, limits)
    const files: { name: string; chunks: Buffer[] }[] = []
    let all = 0
    const fail = (error: unknown) => {
      bytes.unpipe(parser)
      bytes.resume()
      reject(
        error instanceof AppError
          ? error
          : new AppError(
              'bad-input',
              `The upload is broken: ${error instanceof Error ? error.message : String(error)}.`,
            ),
      )
    }
    const take = (name: string, part: NodeJS.ReadableStream) => {
      const file = { name, chunks: [] as Buffer[] }
      let size = 0
      if (files.push(file) > limits.files) fail(tooLarge(limits))
      part.on('data', (chunk: Buffer) => {
        size += chunk.length
        all += chunk.length
        if (size > limits.file || all > limits.all) fail(tooLarge(limits))
        else file.chunks.push(chunk)
      })
    }
    parser.on('file', (_field, part, { filename }) => {
      // What is broken off in a part is told by the parser as well.
      part.on('error', fail)
      try {
        take(nameOf(filename), part)
      } catch (error) {
        part.resume()
        fail(error)
      }
    })
    parser.on('fieldsLimit', () =>
      fail(
        new AppError('bad-input', 'The upload has a part that is no file: send files alone, in a field named file.'),
      ),
    )
    parser.on('error', fail)
    bytes.on('error', fail).on('aborted', () => fail(new Error('it was broken off')))
    parser.on('close', () => {
      if (files.length === 0) fail(new AppError('bad-input', 'The upload has no files.'))
      else resolve(files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) })))
    })
    bytes.pipe(parser)
  })
