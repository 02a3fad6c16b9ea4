/** What a gold record and a parsed one are compared by: every fact as one string, text without white space, width and quotation shape. */
type Plain = Record<string, unknown>

const SHAPES: Readonly<Record<string, string>> = {
  '[': '〔',
  ']': '〕',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '〈': '<',
  '〉': '>',
}
const plain = (value: unknown): string =>
  typeof value !== 'string' && typeof value !== 'number'
    ? ''
    : String(value)
        .normalize('NFKC')
        .replace(/\s+/gu, '')
        .replace(/[[\]“”‘’〈〉]/gu, (sign) => SHAPES[sign] ?? sign)

const listOf = (value: unknown): Plain[] => (Array.isArray(value) ? value : [])
const words = (value: unknown): string => (Array.isArray(value) ? value.map(plain).sort().join('、') : '')
const MEETING = [
  'issuer',
  'type',
  'docNumber',
  'ordinal',
  'term',
  'year',
  'date',
  'session',
  'place',
  'compiledOn',
  'issuedOn',
]

const meetingFacts = (meeting: Plain): string[] => {
  const out = MEETING.filter((field) => meeting[field] !== null && meeting[field] !== undefined).map(
    (field) => `meeting.${field} ${plain(meeting[field])}`,
  )
  const chair = meeting.chair as Plain | null | undefined
  if (chair?.name)
    out.push(
      `chair ${plain(chair.name)} ${plain(chair.post)} ${chair.acting ? 'acting' : ''} ${plain(chair.onBehalfOf)}`,
    )
  return [
    ...out,
    ...(Array.isArray(meeting.recorders) ? meeting.recorders.map((name) => `recorder ${plain(name)}`) : []),
  ]
}

const itemFacts = (item: Plain): string[] => {
  const seq = plain(item.seq)
  const agents = (one: Plain) =>
    [words(one.lead), words(one.joint), words(one.cooperating), plain(one.deadline)].join(' | ')
  return [
    `${seq} heading ${plain(item.heading)}`,
    ...(Array.isArray(item.verbs) ? item.verbs.map((verb) => `${seq} verb ${plain(verb)}`) : []),
    ...listOf(item.policies).flatMap((one) => [
      `${seq} policy ${plain(one.title)}`,
      ...(one.abbreviation ? [`${seq} short ${plain(one.abbreviation)}`] : []),
    ]),
    ...listOf(item.cites).map((one) => `${seq} cites ${plain(one.title)}`),
    ...(Array.isArray(item.bodies) ? item.bodies.map((body) => `${seq} body ${plain(body)}`) : []),
    ...listOf(item.decisions).map(
      (one) =>
        `${seq} decision ${plain(one.outcome)} | ${agents(one)} | ${plain(one.next)} | ${plain(one.submitTo)} | ${plain(one.issuedAs)}`,
    ),
    ...listOf(item.tasks).map((one) => `${seq} task ${agents(one)}`),
  ]
}

/** Every scored fact of a record, sorted; a fact stated twice stands here twice. */
export const factsOf = (record: Plain): string[] =>
  [
    ...meetingFacts((record.meeting ?? {}) as Plain),
    ...listOf(record.items).flatMap(itemFacts),
    ...listOf(record.attendance).flatMap((one) => [
      `${plain(one.role)} ${plain(one.body)}→${plain(one.person)}`,
      ...(one.post ? [`post ${plain(one.person)} ${plain(one.post)}`] : []),
      ...(one.onBehalfOf ? [`for ${plain(one.person)} ${plain(one.onBehalfOf)}`] : []),
    ]),
    ...listOf(record.representatives).map((one) => `delegate ${plain(one.role)} ${plain(one.body)}`),
  ].sort()
