import { SingleBar } from 'cli-progress'
import type { World } from './command.ts'
import type { Watcher } from './pipeline.ts'
import { counted } from './report.ts'

const bar = (world: World): Omit<Watcher, 'stop'> & { end(): void } => {
  const single = new SingleBar({
    stream: world.stderr,
    format: 'reading {bar} {value} of {total}',
    hideCursor: true,
    clearOnComplete: true,
  })
  let started = false
  return {
    file: (done, total) => {
      if (started) single.update(done)
      else single.start(total, done)
      started = true
    },
    writing: (jurisdiction, documents) => {
      single.stop()
      world.stderr.write(`writing ${jurisdiction}: ${counted(documents, 'document')}\n`)
    },
    end: () => single.stop(),
  }
}

const LINE_EVERY = 100

const lines = ({ stderr }: World): Omit<Watcher, 'stop'> & { end(): void } => ({
  file: (done, total) => {
    if (done % LINE_EVERY === 0 && done < total) stderr.write(`read ${done} of ${total}\n`)
  },
  writing: (jurisdiction, documents) =>
    void stderr.write(`writing ${jurisdiction}: ${counted(documents, 'document')}\n`),
  end: () => undefined,
})

/** On stderr, so that a report on stdout stays clean: a bar on a terminal, else a line now and then. */
export const progress = (world: World) => (world.stderr.isTTY ? bar(world) : lines(world))
