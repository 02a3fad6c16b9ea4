import { AppError } from './errors.ts'

/**
 * One write at a time in this process. Uploads take their time: while one is read, a second one and every correction are refused with
 * the reason. Corrections and removals are short and wait for each other; an upload waits for those that came before it.
 */
export class WriteTurns {
  #uploading = false
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `work` when those that came before are done. Throws `conflict` while minutes are read. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#uploading)
      throw new AppError('conflict', 'Minutes are being read into the store; try again when that is done.')
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  /** Resolves with what ends the upload, once all that came before is done. Throws `conflict` beside another one. */
  upload(): { begun: Promise<unknown>; end: () => void } {
    if (this.#uploading) throw new AppError('conflict', 'Another upload is being read; try again when it is done.')
    this.#uploading = true
    return { begun: this.#last, end: () => void (this.#uploading = false) }
  }
}
