import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

// By its place and not by its name, which would be looked for from the working directory.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs')

/**
 * A thread that runs a TypeScript file. Node 20 does not hand a loader on to threads, whether it is given by `--import` or
 * by `execArgv`, so the thread begins with a line of JavaScript that asks tsx for the file.
 */
export const startThread = (script: URL, data: unknown): Worker => {
  const [tsx, file] = [TSX, script.href].map((url) => JSON.stringify(url))
  return new Worker(`import(${tsx}).then(({ tsImport }) => tsImport(${file}, ${file}))`, {
    eval: true,
    workerData: data,
    execArgv: [],
  })
}
