/** A reading thread that dies of the question `node`, answers `nodes` at once and says nothing to any other. */
import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from '../../../store/sqlite/worker-protocol.ts'

parentPort?.on('message', ({ method }: Question) => {
  if (method === 'node') process.exit(7)
  const answer: Answer = { ok: true, value: [] }
  if (method === 'nodes') parentPort?.postMessage(answer, [])
})
