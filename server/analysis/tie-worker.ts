import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './protocol.ts'
import { TieTables } from './tie-tables.ts'

const tables = new TieTables()

const answer = (question: Question): Answer => {
  switch (question.is) {
    case 'ping':
      return { is: 'alive' }
    case 'load':
      tables.load(question.key, question.incidence)
      return { is: 'loaded' }
    case 'ties': {
      const found = tables.ties(question.key, question.filter, question.options)
      return found ? { is: 'ties', answer: found } : { is: 'unknown' }
    }
    case 'pair': {
      const found = tables.pair(question.key, question.filter, question.a, question.b)
      return found ? { is: 'pair', answer: found } : { is: 'unknown' }
    }
  }
}

parentPort?.on('message', (question: Question) => {
  try {
    parentPort?.postMessage(answer(question), [])
  } catch (error) {
    // Told to the one who asked; the thread goes on.
    const known = error instanceof Error ? error : new Error(String(error))
    const tooMany = known instanceof RangeError
    parentPort?.postMessage({ is: 'failed', message: known.message, tooMany, stack: known.stack } satisfies Answer, [])
  }
})
