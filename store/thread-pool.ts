import type { Worker } from 'node:worker_threads'
import { GivenUp, whenGivenUp } from './asking.ts'
import { startThread } from './start-thread.ts'

/** Most ends by itself before, and a new thread costs time as well. */
const GRACE_MS = 2_000
/** A thread that is busy is not dead; where none has answered for so long, they are as good as dead. */
const SILENT_MS = 60_000

export type PoolOptions = {
  /** In words for a person. */
  name: string
  /** What a thread runs: it answers every message by one, in their order. */
  script: URL
  /** What a thread is started with. */
  data: unknown
  size: number
  /** How long a thread may go on with what nobody waits for, in milliseconds; `null` where what was begun is finished, as it may write. */
  grace?: number | null
  /** What a question fails with whose thread has stopped. */
  lost: (reason: string) => Error
  /** What a question fails with when the pool is closed. */
  closing: (begun: boolean) => Error
}

export type PoolState = {
  /** Questions that are being answered or wait for it. */
  waiting: number
  /** Why the threads do not work, in words for a person; `null` when they do, or when nobody has needed one yet. */
  trouble: string | null
}

type Job<Question, Answer> = {
  question: Question
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
  /** Nobody waits for it any longer. */
  givenUp: boolean
}
type Thread<Question, Answer> = { worker: Worker; job: Job<Question, Answer> | null }

/**
 * At most `size` threads that answer questions, each started when it is first needed and given one question at a time. A thread
 * that dies fails the question it was answering and no other, and another takes its place. Idle threads keep no process alive.
 */
export class ThreadPool<Question, Answer> {
  readonly #options: PoolOptions
  readonly #threads = new Set<Thread<Question, Answer>>()
  readonly #waiting: Job<Question, Answer>[] = []
  #trouble: string | null = null
  #heardAt = 0
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  state(): PoolState {
    const waiting = this.#awaited()
    const silent = waiting > 0 && performance.now() - this.#heardAt > SILENT_MS
    const trouble = silent ? `${this.#options.name} has been silent for ${SILENT_MS / 1000} s` : this.#trouble
    return { waiting, trouble }
  }

  /** A thread has stopped, and none has answered since. */
  hasStopped(): boolean {
    return this.#trouble !== null
  }

  ask(question: Question): Promise<Answer> {
    let job: Job<Question, Answer> | undefined
    const asked = new Promise<Answer>((resolve, reject) => {
      if (this.#closed) return reject(this.#options.closing(false))
      if (this.#awaited() === 0) this.#heardAt = performance.now()
      job = { question, resolve, reject, givenUp: false }
      this.#dispatch(job)
    })
    const done = whenGivenUp(() => job && this.#giveUp(job))
    return asked.finally(done)
  }

  /** Fails what is still asked. */
  async close(): Promise<void> {
    this.#closed = true
    const open = [...this.#threads]
    this.#threads.clear()
    for (const job of this.#waiting.splice(0)) job.reject(this.#options.closing(false))
    for (const { job } of open) job?.reject(this.#options.closing(true))
    await Promise.all(open.map(({ worker }) => worker.terminate()))
  }

  #awaited(): number {
    return this.#waiting.length + [...this.#threads].filter(({ job }) => job && !job.givenUp).length
  }

  /** What waits is not begun; a thread cannot be told to stop, so one that does not come to its end is ended. */
  #giveUp(job: Job<Question, Answer>): void {
    const waiting = this.#waiting.indexOf(job)
    if (waiting >= 0) this.#waiting.splice(waiting, 1)
    const { grace = GRACE_MS } = this.#options
    const thread = [...this.#threads].find((thread) => thread.job === job)
    if (thread && grace === null) return
    job.givenUp = true
    job.reject(new GivenUp())
    if (!thread || grace === null) return
    const late = setTimeout(() => thread.job === job && this.#end(thread), grace)
    late.unref()
  }

  #dispatch(job: Job<Question, Answer>): void {
    const idle = [...this.#threads].find((thread) => thread.job === null)
    if (idle) this.#give(idle, job)
    else if (this.#threads.size < this.#options.size) this.#give(this.#start(), job)
    else this.#waiting.push(job)
  }

  #give(thread: Thread<Question, Answer>, job: Job<Question, Answer>): void {
    try {
      thread.worker.postMessage(job.question, [])
      thread.job = job
      thread.worker.ref()
    } catch (error) {
      // What cannot be sent fails alone; the thread has nothing to do with it.
      job.reject(error instanceof Error ? error : new Error(String(error)))
      this.#next(thread)
    }
  }

  #next(thread: Thread<Question, Answer>): void {
    thread.job = null
    thread.worker.unref()
    const job = this.#waiting.shift()
    if (job) this.#give(thread, job)
  }

  #start(): Thread<Question, Answer> {
    const worker = startThread(this.#options.script, this.#options.data)
    const thread: Thread<Question, Answer> = { worker, job: null }
    this.#threads.add(thread)
    worker.on('message', (answer: Answer) => {
      if (!this.#threads.has(thread)) return
      this.#heardAt = performance.now()
      this.#trouble = null
      const { job } = thread
      this.#next(thread)
      job?.resolve(answer)
    })
    worker.on('messageerror', (error) => {
      this.#lose(thread, error.message)
      void worker.terminate()
    })
    worker.on('error', (error) => this.#lose(thread, error.message))
    worker.on('exit', (code) => this.#lose(thread, `exit code ${code}`))
    return thread
  }

  #end(thread: Thread<Question, Answer>): void {
    this.#replace(thread)
    void thread.worker.terminate()
  }

  #lose(thread: Thread<Question, Answer>, reason: string): void {
    if (!this.#threads.has(thread)) return
    const error = this.#options.lost(reason)
    this.#trouble = error.message
    thread.job?.reject(error)
    this.#replace(thread)
  }

  #replace(thread: Thread<Question, Answer>): void {
    this.#threads.delete(thread)
    const job = this.#waiting.shift()
    if (job) this.#give(this.#start(), job)
  }
}
