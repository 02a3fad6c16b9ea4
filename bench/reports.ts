/** Every report of `bench/`, in the order of the page of all figures. */
export type Report = {
  /** Of the command and of the file: `npm run bench:NAME` writes `bench/NAME.md`. */
  name: string
  measures: string
  /** What the figures stand beside, so that they say something on another machine. */
  against: string
}

export const REPORTS: readonly Report[] = [
  {
    name: 'accuracy',
    measures: 'F1, precision and recall of every field, over the sample city and the fixtures',
    against: 'records written by hand, fact by fact',
  },
  {
    name: 'parse',
    measures: 'texts and megabytes a second; growth from 10 kB to 1 MB; five megabytes of one sign; memory',
    against: 'a bare `normalize` of the same texts, and the former runs',
  },
  {
    name: 'resolution',
    measures: 'who is who; one more document in a city of 500 meetings, on both stores and step by step',
    against: 'the truth of the sample generator',
  },
  {
    name: 'store',
    measures:
      'cities of the sample generator in both stores: load, p50 and p95 of each question, memory, disk; takes sizes such as `1x100`',
    against: 'a bare loop over the same driver that writes the same rows',
  },
  {
    name: 'kill',
    measures: 'what `ingest` leaves when it is killed while it writes, twenty times on each store',
    against: 'the states between whole transactions',
  },
  {
    name: 'analysis',
    measures:
      'the null model and all exact p-values over 400 bodies and 30,000 items; a city of 500 meetings; pair counting; bytes an entry',
    against: 'a bare double loop over the same typed arrays, and the former runs',
  },
  {
    name: 'search',
    measures: 'what is found of what people type: names, pinyin, initials, sentences; milliseconds',
    against: 'questions with the node that each looks for, written by hand',
  },
  {
    name: 'fuzz',
    measures:
      '200,000 damaged texts and files, senseless calls, hostile questions and uploads: what is refused and how, the slowest, failures',
    against: 'no crash, no 500, no more than two seconds for five megabytes',
  },
  {
    name: 'schemathesis',
    measures:
      'questions made from the description of the API, over both stores: how many, and how many are answered otherwise than described',
    against: 'the description itself, and every check that Schemathesis has',
  },
  {
    name: 'client',
    measures:
      "the first view's JavaScript, largest contentful paint of every page, a drawing of 300 and of 800 nodes, heap after fifty visits",
    against: 'the aims that stand beside each figure',
  },
  {
    name: 'serve',
    measures:
      'requests a second, p50, p99 and errors of a mix of reads at 1, 10 and 50 connections on both stores; memory; a soak with `ingest` beside it',
    against: 'one connection, and the heap at minute 2',
  },
  {
    name: 'faults',
    measures:
      'server, `ingest` and Neo4j killed under load at random moments, a full disk, a slow and a silent database: what was acknowledged and is lost, how long until it answers',
    against: 'what was acknowledged',
  },
]
