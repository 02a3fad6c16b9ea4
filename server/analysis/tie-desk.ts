import type { Worker } from 'node:worker_threads'
import { GivenUp, whenGivenUp } from '../../store/asking.ts'
import { startThread } from '../../store/sqlite/start-thread.ts'
import { AppError } from '../errors.ts'
import type { Answer, Loaded, PairAnswer, Question, TiesAnswer } from './protocol.ts'

const WORKER = new URL('./tie-worker.ts', import.meta.url)

type QuestionOf<Is extends Question['is']> = Extract<Question, { is: Is }>
type Load = () => Promise<Loaded>

const unexpected = ({ is }: Answer): never => {
  throw new Error(`the analysis gave no answer: ${is}`)
}

type Waiting = { question: Question; resolve: (answer: Answer) => void; reject: (error: Error) => void }

const ATTEMPTS = 3
/** How long the thread may go on with what nobody waits for, in milliseconds: what it holds is lost when it is ended. */
const GRACE_MS = 2_000
/** A thread that is busy is not dead; one that has not taken up a question for so long is as good as dead. */
const SILENT_MS = 60_000

export type DeskState = {
  /** Questions that are being answered or wait for it. */
  waiting: number
  /** Why the thread does not work, in words for a person; `null` when it does, or when nobody has needed it yet. */
  trouble: string | null
}

/**
 * Asks the thread that holds the null models, which is started when it is first needed and keeps no process alive.
 * What takes long there holds up no other request.
 */
export class TieDesk {
  #worker: Worker | null = null
  #asked = 0
  #trouble: string | null = null
  #heardAt = 0
  /** What the thread has not answered yet, in the order in which it comes to it. */
  #sent: number[] = []
  readonly #waiting = new Map<number, Waiting>()
  readonly #grace: number
  readonly #script: URL

  constructor({ grace = GRACE_MS, script = WORKER }: { grace?: number; script?: URL } = {}) {
    this.#grace = grace
    this.#script = script
  }

  state(): DeskState {
    const silent = this.#waiting.size > 0 && Date.now() - this.#heardAt > SILENT_MS
    const trouble = silent ? `the thread of the analysis has been silent for ${SILENT_MS / 1000} s` : this.#trouble
    return { waiting: this.#waiting.size, trouble }
  }

  /** `load` is called when the thread does not hold the incidence of `key`, or no longer. */
  async ties(question: QuestionOf<'ties'>, load: Load): Promise<TiesAnswer> {
    const answer = await this.#ask(question, load)
    return answer.is === 'ties' ? answer.answer : unexpected(answer)
  }

  /** As `ties`. */
  async pair(question: QuestionOf<'pair'>, load: Load): Promise<PairAnswer> {
    const answer = await this.#ask(question, load)
    return answer.is === 'pair' ? answer.answer : unexpected(answer)
  }

  /** After a trouble, tries whether a new thread works. */
  async check(): Promise<DeskState> {
    if (this.#trouble !== null) await this.#send({ is: 'ping' }).catch(() => undefined)
    return this.state()
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #ask(question: QuestionOf<'ties' | 'pair'>, load: Load): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(question)
      // A thread may be lost with what it was given.
      if (answer.is !== 'unknown' || attempt === ATTEMPTS) return answer
      await this.#send({ is: 'load', key: question.key, incidence: await load() })
    }
  }

  #send(question: Question): Promise<Answer> {
    const id = ++this.#asked
    if (this.#waiting.size === 0) this.#heardAt = Date.now()
    const answered = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { question, resolve, reject })
      this.#post(id, question)
    })
    return answered.finally(whenGivenUp(() => this.#giveUp(id)))
  }

  #giveUp(id: number): void {
    const worker = this.#worker
    this.#waiting.get(id)?.reject(new GivenUp())
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) worker?.unref()
    if (worker) this.#endLate(worker, id)
  }

  /** A thread that goes on with what nobody waits for is ended, and another is asked what it had still before it. */
  #endLate(worker: Worker, id: number): void {
    const late = setTimeout(() => {
      if (this.#worker !== worker || !this.#sent.includes(id)) return
      if (this.#sent[0] !== id) return this.#endLate(worker, id)
      this.#forget()
      void worker.terminate()
      for (const [other, { question }] of this.#waiting) this.#post(other, question)
    }, this.#grace)
    late.unref()
  }

  #forget(): void {
    this.#worker = null
    this.#sent = []
  }

  #post(id: number, question: Question): void {
    const worker = this.#worker ?? this.#start()
    this.#sent.push(id)
    worker.ref()
    worker.postMessage({ id, question }, [])
  }

  #start(): Worker {
    const worker = startThread(this.#script, null)
    this.#worker = worker
    worker.on('message', (answer: Answer) => this.#worker === worker && this.#settle(answer))
    worker.on('error', (error) => this.#lose(worker, error.message))
    worker.on('exit', (code) => this.#lose(worker, `exit code ${code}`))
    return worker
  }

  #settle(answer: Answer): void {
    this.#heardAt = Date.now()
    this.#trouble = null
    this.#sent = this.#sent.filter((id) => id !== answer.id)
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker?.unref()
    if (answer.is !== 'failed') return waiting?.resolve(answer)
    const error = answer.tooMany ? new AppError('bad-input', answer.message) : new Error(answer.message)
    if (answer.stack && !answer.tooMany) error.stack = answer.stack
    waiting?.reject(error)
  }

  #lose(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return
    this.#forget()
    this.#trouble = `the thread of the analysis stopped: ${reason}`
    for (const { reject } of this.#waiting.values()) reject(new Error(`the thread of the analysis stopped: ${reason}`))
    this.#waiting.clear()
  }
}
