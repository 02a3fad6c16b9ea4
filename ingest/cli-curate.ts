import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { curatedText, listings } from './cli-curate-lists.ts'
import { importFile, printEvents } from './cli-curate-move.ts'
import { type Command, OK, print, readArgs, UsageError, type World } from './command.ts'
import { type Curated, type Curator, curate, preview } from './curate.ts'
import { ACTIONS, type ActionWord, actionFromWords, isActionWord } from './curation/action-from-words.ts'
import { BadWords, type WordOptions } from './curation/word-options.ts'
import { withStore } from './with-store.ts'
import { projectStored } from './write-jurisdiction.ts'

const HELP = `Usage: npm run -s curate -- ACTION … --by NAME [--why TEXT] [options]
       npm run -s curate -- log | conflicts | worklist [--json]
       npm run -s curate -- export | import FILE

What people know better than the machine: it holds when documents are read again, whatever their order, and can be undone. Each
action is an event with who, when and why; events are never changed or deleted.

Actions:
  same A B                    two people, bodies or policies are one
  different A B               they are two, and are not proposed again
  split NODE PART…            PART (a body, form or title as printed, or a meeting) stands apart from the rest of NODE
  rename NODE NAME            the name to draw
  correct-roll MEETING ENTRY  the entry PERSON@BODY (or PERSON, or @BODY) of a roll is what --to says, once for each person, or --none
  correct-name MEETING NAME   the body or title in an item is what --to says, or --none; --item and --part say where
  correct-chair MEETING       who chaired is --to (with --post, --acting, --behalf), or --none
  correct-recorder MEETING    who kept the minutes is --to, or --none; behind MEETING the name, where there are several
  add-roll MEETING QUOTE      in these words of the text stands what --to says, though no entry was read there
  add-name MEETING QUOTE      in these words of an item stands a body or a 《title》 that was not read; --part says as what
  settle MEETING CODE [QUOTE] a warning is settled, by the entries of --to or by none
  accept ENTRY                an entry of the work list is right as it is
  undo EVENT                  as if it had never been; an undo can be undone

A node is named by its id or by a whole name as printed, a meeting by its id, day or number (第45次). What means nothing or more than
one thing is refused with a list of what there is. Two people who say different things of one thing stand in conflict, and neither is
applied until one is undone; of two by one person the later holds. What finds no longer what it is about waits, and is listed.

Lists: log, conflicts, worklist (what a person has to look at, that on which most hangs first), export (JSON, an event a line).
import takes such lines in; those that are known are left as they are.

Options:
  --jurisdiction NAME   the city, county or zone; not needed where only one is stored, or an id or event tells it
  --by NAME             who decides; needed for every action
  --why TEXT            for the log
  --to NAME             what is right; for a roll PERSON@BODY, PERSON or @BODY, and may be given more than once
  --none                nothing stands there
  --role ROLE           of the entries of --to: member, observer, absent, guest; that of the entry, if not said
  --post POST           of the entries of --to
  --acting              the chair holds the post until the congress elects
  --behalf NAME         for whom the chair, or those of --to, stood in
  --quote WORDS         words of the text that name the chair or the recorder, where none was read
  --item N              the number of the item
  --part PART           lead, joint, cooperating, submitTo, issuedAs, task, mention; any for correct-name, if not said;
                        for add-name mention, of a title considers or cites
  --limit N             entries of the work list, 50 if not said
  --dry-run             tells what would change and writes nothing
  --json                prints JSON
  -h, --help            print this`

const OPTIONS = {
  jurisdiction: { type: 'string' },
  by: { type: 'string' },
  why: { type: 'string' },
  to: { type: 'string', multiple: true },
  none: { type: 'boolean', default: false },
  role: { type: 'string' },
  post: { type: 'string' },
  item: { type: 'string' },
  part: { type: 'string' },
  acting: { type: 'boolean', default: false },
  behalf: { type: 'string' },
  quote: { type: 'string' },
  limit: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const read = (args: readonly string[]) => readArgs(args, OPTIONS)
export type Values = ReturnType<typeof read>['values']

/** The places that the words of an action name by themselves: by an id that begins with its place, or by the events that `undo` is given. */
const placesNamed = async (
  store: Store,
  places: readonly JurisdictionId[],
  word: ActionWord,
  words: readonly string[],
): Promise<JurisdictionId[]> => {
  if (word !== 'undo') return places.filter((place) => words.some((one) => one.startsWith(`${place}/`)))
  const [event = ''] = words
  if (event === '') return []
  const logs = await Promise.all(places.map((place) => store.curation(place)))
  return places.filter((_, at) => logs[at]?.some(({ id }) => id.startsWith(event)))
}

const placeOf = async (
  store: Store,
  named: string | undefined,
  said?: { word: ActionWord; words: readonly string[] },
): Promise<JurisdictionId> => {
  if (named !== undefined) return named
  const places = (await store.jurisdictions()).map(({ id }) => id)
  const own = said && places.length > 1 ? await placesNamed(store, places, said.word, said.words) : []
  const [only, second] = own.length === 1 ? own : places
  if (only === undefined)
    throw new UsageError('nothing is stored: ingest minutes first, or name the place with --jurisdiction')
  if (second !== undefined) throw new UsageError(`name the place with --jurisdiction: ${places.join(', ')}`)
  return only
}

const curatorOf = ({ by, why }: Values, { now }: World): Curator => {
  const name = by?.trim() ?? ''
  if (name === '') throw new UsageError('say who decides: --by NAME')
  return { by: name, why: why?.trim() ?? '', now }
}

const wordOptions = ({ to, none, acting, ...said }: Values): WordOptions => {
  if (none && to) throw new UsageError('--to and --none say two things: give one of them')
  return {
    to: none ? [] : (to ?? null),
    role: said.role ?? null,
    post: said.post ?? null,
    item: said.item ?? null,
    part: said.part ?? null,
    acting,
    behalf: said.behalf ?? null,
    quote: said.quote ?? null,
  }
}

const act = async (
  store: Store,
  word: ActionWord,
  words: readonly string[],
  values: Values,
  world: World,
): Promise<Curated> => {
  const curator = curatorOf(values, world)
  const place = await placeOf(store, values.jurisdiction, { word, words })
  const events = await store.curation(place)
  const { graph, documents, standing } = projectStored(place, await store.documents(place), events)
  const subject = { graph, documents, claims: standing.claims, events }
  try {
    const action = actionFromWords(word, words, subject, wordOptions(values))
    return await (values['dry-run'] ? preview : curate)(store, place, action, curator)
  } catch (error) {
    if (error instanceof BadWords) throw new UsageError(error.message)
    throw error
  }
}

const runAction = async (word: ActionWord, words: readonly string[], values: Values, world: World): Promise<number> => {
  const done = await withStore(world, (store) => act(store, word, words, values, world))
  const text = values.json ? JSON.stringify(done, null, 2) : curatedText(done, { written: !values['dry-run'] })
  await print(world.stdout, text)
  return OK
}

const LISTS = Object.keys(listings)
const KNOWN = [...Object.keys(ACTIONS), ...LISTS, 'export', 'import'].join(', ')

const runList = async (name: string, values: Values, world: World): Promise<number> => {
  const list = Object.hasOwn(listings, name) ? listings[name] : undefined
  if (!list) throw new UsageError(`there is no action ${name}; there are ${KNOWN}`)
  const text = await withStore(world, async (store) => {
    const place = await placeOf(store, values.jurisdiction)
    const events = await store.curation(place)
    return list(projectStored(place, await store.documents(place), events), events, values)
  })
  if (text !== '') await print(world.stdout, text)
  return OK
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { values, positionals } = read(args)
  const [name, ...words] = positionals
  if (name === undefined) throw new UsageError(`say what to do: ${KNOWN}`)
  if (isActionWord(name)) return runAction(name, words, values, world)
  if (name === 'import') return withStore(world, (store) => importFile(store, words, world))
  if (words.length > 0) throw new UsageError(`${name} takes no names`)
  if (name === 'export') return withStore(world, (store) => printEvents(store, values.jurisdiction ?? null, world))
  return runList(name, values, world)
}

export const curateCommand: Command = {
  summary: 'correct what was read, and see what has to be looked at',
  help: HELP,
  run,
}
