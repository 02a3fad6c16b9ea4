import { type PoolState, ThreadPool } from '../../store/thread-pool.ts'
import { AppError } from '../errors.ts'
import type { Answer, Loaded, PairAnswer, Question, TiesAnswer } from './protocol.ts'

const WORKER = new URL('./tie-worker.ts', import.meta.url)
const NAME = 'the thread of the analysis'

type QuestionOf<Is extends Question['is']> = Extract<Question, { is: Is }>
type Load = () => Promise<Loaded>

const stopped = (reason: string): Error => new Error(`${NAME} stopped: ${reason}`)

const unexpected = ({ is }: Answer): never => {
  throw new Error(`the analysis gave no answer: ${is}`)
}

const failure = ({ message, tooMany, stack }: Extract<Answer, { is: 'failed' }>): Error => {
  if (tooMany) return new AppError('bad-input', message)
  const error = new Error(message)
  if (stack) error.stack = stack
  return error
}

const ATTEMPTS = 3

/**
 * Asks the thread that holds the null models. What takes long there holds up no other request; what it holds is lost when it
 * stops, and is loaded again.
 */
export class TieDesk {
  readonly #thread: ThreadPool<Question, Answer>

  constructor({ grace, script = WORKER }: { grace?: number; script?: URL } = {}) {
    const closing = () => stopped('it was closed')
    this.#thread = new ThreadPool({ name: NAME, script, data: null, size: 1, grace, lost: stopped, closing })
  }

  state(): PoolState {
    return this.#thread.state()
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
  async check(): Promise<PoolState> {
    if (this.#thread.hasStopped()) await this.#send({ is: 'ping' }).catch(() => undefined)
    return this.state()
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  async #ask(question: QuestionOf<'ties' | 'pair'>, load: Load): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(question)
      // A thread may be lost with what it was given.
      if (answer.is !== 'unknown' || attempt === ATTEMPTS) return answer
      await this.#send({ is: 'load', key: question.key, incidence: await load() })
    }
  }

  async #send(question: Question): Promise<Answer> {
    const answer = await this.#thread.ask(question)
    if (answer.is === 'failed') throw failure(answer)
    return answer
  }
}
