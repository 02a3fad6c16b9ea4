import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Extraction, none, type PackedFormat } from './extraction.ts'

/** For one file: time in milliseconds, and bytes by which the memory of the whole process may grow meanwhile. */
export type ExtractLimits = { time: number; memory: number }

const LIMITS: ExtractLimits = { time: 30_000, memory: 1024 * 1024 * 1024 }
const LOOKS_EVERY = 50
/** Of what the thread's own objects may take; the buffers in which files are unpacked are not counted there. */
const HEAP_MB = 512

const THREAD = new URL('./extract-thread.ts', import.meta.url)

/** Node 20 gives a thread none of the loaders of its process: so it begins as JavaScript and has tsx load the rest. */
const start = (): Worker => {
  const api = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/u, '.mjs')
  const [loader, script] = [api, THREAD.href].map((url) => JSON.stringify(url))
  return new Worker(`import(${loader}).then((tsx) => tsx.tsImport(${script}, ${script}))`, {
    eval: true,
    execArgv: [],
    // What a library prints there must not come among our output.
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const isUnhandled = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_UNHANDLED_REJECTION'

/** The words of the library, out of the long sentence in which they come. */
const reasonIn = ({ message }: Error): string => /with the reason "(.*)"\.$/su.exec(message)?.[1] ?? message

const TOO_HUNGRY = 'it takes more memory to read than one file is given; it may be damaged, or made to do harm'

/**
 * Takes the text out of packed formats, one file at a time, in a thread that is stopped when a file takes too long or too much
 * memory: such a file is refused, and the next one has a new thread. An idle thread keeps no process alive.
 */
export class Extractor {
  readonly #limits: ExtractLimits
  #thread: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(limits: ExtractLimits = LIMITS) {
    this.#limits = limits
  }

  extract(format: PackedFormat, bytes: Uint8Array): Promise<Extraction> {
    const mine = this.#last.then(() => this.#run(format, bytes))
    this.#last = mine.catch(() => undefined)
    return mine
  }

  async #run(format: PackedFormat, bytes: Uint8Array): Promise<Extraction> {
    const thread = (this.#thread ??= start())
    thread.ref()
    const watched = this.#watch(thread)
    try {
      thread.postMessage({ format, bytes }, [])
      return await watched.outcome
    } finally {
      watched.end()
      thread.unref()
    }
  }

  #watch(thread: Worker): { outcome: Promise<Extraction>; end(): void } {
    const { time, memory } = this.#limits
    const { promise: outcome, resolve, reject } = promised<Extraction>()
    const begun = performance.now()
    const before = process.memoryUsage.rss()
    const give = (reason: string) => {
      this.#drop(thread)
      resolve(none('too-heavy', reason))
    }
    const look = () => {
      if (performance.now() - begun > time) give(`it took more than ${time / 1000} seconds to read and was given up`)
      else if (process.memoryUsage.rss() - before > memory) give(TOO_HUNGRY)
    }
    const fail = (error: unknown) => {
      this.#drop(thread)
      if (isOutOfMemory(error)) resolve(none('too-heavy', TOO_HUNGRY))
      // A library that fails behind our back fails this one file.
      else if (isUnhandled(error)) resolve(none('broken', `the file is broken: ${reasonIn(error)}`))
      else reject(error)
    }
    const leave = (code: number) => fail(new Error(`the thread that reads files ended with code ${code}`))
    const timer = setInterval(look, LOOKS_EVERY)
    thread.on('message', resolve).on('error', fail).on('exit', leave)
    const end = () => {
      clearInterval(timer)
      thread.off('message', resolve).off('exit', leave).off('error', fail)
    }
    return { outcome, end }
  }

  #drop(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null
    // Errors of a thread that is no longer asked concern nobody.
    thread.on('error', () => undefined)
    void thread.terminate()
  }
}

const promised = <Value>() => {
  let resolve: (value: Value) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
