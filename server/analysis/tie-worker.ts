import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './protocol.ts'
import { TieTables } from './tie-tables.ts'

const tables = new TieTables()

const answer = (id: number, question: Question): Answer => {
  switch (question.is) {
    case 'ping':
      return { id, is: 'alive' }
    case 'load':
      tables.load(question.key, question.incidence)
      return { id, is: 'loaded' }
    case 'ties': {
      const found = tables.ties(question.key, question.filter, question.options)
      return found ? { id, is: 'ties', answer: found } : { id, is: 'unknown' }
    }
    case 'pair': {
      const found = tables.pair(question.key, question.filter, question.a, question.b)
      return found ? { id, is: 'pair', answer: found } : { id, is: 'unknown' }
    }
  }
}

parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
  try {
    parentPort?.postMessage(answer(id, question), [])
  } catch (error) {
    // Told to the one who asked; the thread goes on.
    const known = error instanceof Error ? error : new Error(String(error))
    const tooMany = known instanceof RangeError
    parentPort?.postMessage(
      { id, is: 'failed', message: known.message, tooMany, stack: known.stack } satisfies Answer,
      [],
    )
  }
})
