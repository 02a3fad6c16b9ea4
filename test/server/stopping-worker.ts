/** A thread that stops at the first question. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', () => {
  throw new Error('out of memory')
})
