import type { Worker } from 'node:worker_threads'
import { startThread } from '../../store/sqlite/start-thread.ts'
import { AppError } from '../errors.ts'
import type { Answer, Loaded, PairAnswer, Question, TiesAnswer } from './protocol.ts'

const WORKER = new URL('./tie-worker.ts', import.meta.url)

type QuestionOf<Is extends Question['is']> = Extract<Question, { is: Is }>
type Load = () => Promise<Loaded>

const unexpected = ({ is }: Answer): never => {
  throw new Error(`the analysis gave no answer: ${is}`)
}

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/**
 * Asks the thread that holds the null models, which is started when it is first needed and keeps no process alive.
 * What takes long there holds up no other request.
 */
export class TieDesk {
  #worker: Worker | null = null
  #asked = 0
  readonly #waiting = new Map<number, Waiting>()

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

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #ask(question: QuestionOf<'ties' | 'pair'>, load: Load): Promise<Answer> {
    const first = await this.#send(question)
    if (first.is !== 'unknown') return first
    await this.#send({ is: 'load', key: question.key, incidence: await load() })
    return this.#send(question)
  }

  #send(question: Question): Promise<Answer> {
    const worker = this.#worker ?? this.#start()
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.ref()
      worker.postMessage({ id, question }, [])
    })
  }

  #start(): Worker {
    const worker = startThread(WORKER, null)
    this.#worker = worker
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', (error) => this.#lose(worker, error.message))
    worker.on('exit', (code) => this.#lose(worker, `exit code ${code}`))
    return worker
  }

  #settle(answer: Answer): void {
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
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(new Error(`the thread of the analysis stopped: ${reason}`))
    this.#waiting.clear()
  }
}
