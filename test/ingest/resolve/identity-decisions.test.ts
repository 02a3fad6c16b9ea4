import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../model/curation.ts'
import { item } from '../record-builder.ts'
import { graphOf, heldOn, idsOf, keyOf, meets, personIn, rollOf } from './city.ts'

const span = { start: 0, end: 1 }
const people = (...given: Parameters<typeof graphOf>) => idsOf(graphOf(...given), 'person')
const body = (form: string): Mention => ({ kind: 'body', form })
const policy = (date: string, title: string): Mention => ({ kind: 'policy', meeting: keyOf(date), title })

describe('two mentions that people say are one', () => {
  const two = [meets('2022-01-05', '市司法局 王伟'), meets('2023-06-05', '云汀区 王伟')]
  const same = [[personIn('2022-01-05', '王伟', '市司法局'), personIn('2023-06-05', '王伟', '云汀区')]] as [
    Mention,
    Mention,
  ][]

  test('are one person, whom signals alone leave two', () => {
    expect(people(two)).toEqual(['王伟@云汀区', '王伟@市司法局'])
    expect(people(two, { same })).toEqual(['王伟@市司法局'])
  })

  test('are one even against a proof, and with the one who keeps the minutes', () => {
    const together = [meets('2022-01-05', '市司法局 王伟', '云汀区 王伟')]
    const pair: [Mention, Mention] = [
      personIn('2022-01-05', '王伟', '市司法局'),
      personIn('2022-01-05', '王伟', '云汀区'),
    ]
    expect(people(together, { same: [pair] })).toEqual(['王伟@市司法局'])
    const kept = heldOn('2022-01-05', {
      meeting: { recorders: ['栗溪'], spans: { recorders: span } },
      attendance: rollOf('市司法局 栗溪'),
    })
    const recorder: [Mention, Mention] = [
      personIn('2022-01-05', '栗溪', null, true),
      personIn('2022-01-05', '栗溪', '市司法局'),
    ]
    expect(people([kept])).toHaveLength(2)
    expect(people([kept], { same: [recorder] })).toHaveLength(1)
  })

  test('take all with them whom signals tie to either', () => {
    const sources = [...two, meets('2022-02-05', '市司法局 王伟'), meets('2023-07-05', '云汀区 王伟')]
    expect(people(sources, { same })).toEqual(['王伟@市司法局'])
  })

  test('may have two names', () => {
    const sources = [meets('2022-01-05', '市司法局 王韦'), meets('2022-02-05', '市司法局 王伟')]
    const pair: [Mention, Mention] = [
      personIn('2022-01-05', '王韦', '市司法局'),
      personIn('2022-02-05', '王伟', '市司法局'),
    ]
    expect(people(sources, { same: [pair] })).toEqual(['王韦@市司法局'])
  })
})

describe('two mentions that people say are two', () => {
  const days = ['2022-01-05', '2022-02-05', '2022-03-05', '2022-04-05'] as const
  const four = days.map((day) => meets(day, '市司法局 凌舟'))

  test('are two people; the first stands apart, and the others stay with the second', () => {
    const graph = graphOf(four, {
      different: [[personIn(days[1], '凌舟', '市司法局'), personIn(days[0], '凌舟', '市司法局')]],
    })
    expect(idsOf(graph, 'person')).toEqual(['凌舟@市司法局', '凌舟@市司法局~2022-02-05'])
    expect(graph.nodes.find(({ id }) => id === '岚州市/person/凌舟@市司法局')).toMatchObject({
      seats: [{ meetings: 3 }],
    })
    expect(graph.edges.filter(({ type }) => type === 'POSSIBLY_SAME')).toEqual([])
  })

  test('keep a group that belongs together', () => {
    const graph = graphOf(four, {
      same: [[personIn(days[1], '凌舟', '市司法局'), personIn(days[3], '凌舟', '市司法局')]],
      different: [[personIn(days[1], '凌舟', '市司法局'), personIn(days[0], '凌舟', '市司法局')]],
    })
    const seats = graph.nodes.flatMap((node) =>
      node.kind === 'person' ? node.seats.map(({ meetings }) => meetings) : [],
    )
    expect(seats).toEqual([2, 2])
  })
})

describe('decisions that cannot all hold', () => {
  const days = ['2022-01-05', '2023-02-05', '2023-09-05'] as const
  const sources = [meets(days[0], '市司法局 王伟'), meets(days[1], '云汀区 王伟'), meets(days[2], '市教育局 王伟')]
  const [a, b, c] = [
    personIn(days[0], '王伟', '市司法局'),
    personIn(days[1], '王伟', '云汀区'),
    personIn(days[2], '王伟', '市教育局'),
  ]

  test('one pair that is same and different stays as the signals have it, and is told', () => {
    const graph = graphOf(sources, { same: [[a, b]], different: [[b, a]] })
    expect(idsOf(graph, 'person')).toHaveLength(3)
    expect(graph.conflicts).toEqual([{ same: [[a, b]], different: [[b, a]], names: [] }])
  })

  test('a chain of same across a different is not applied, what hangs on it is', () => {
    const d = personIn('2021-01-05', '王伟', '市水务局')
    const graph = graphOf([...sources, meets('2021-01-05', '市水务局 王伟')], {
      same: [
        [a, b],
        [b, c],
        [c, d],
      ],
      different: [[a, c]],
    })
    expect(idsOf(graph, 'person')).toEqual(['王伟@云汀区', '王伟@市司法局', '王伟@市水务局'])
    expect(graph.conflicts).toMatchObject([
      {
        same: [
          [a, b],
          [b, c],
        ],
        different: [[a, c]],
      },
    ])
  })

  test('two names of one person', () => {
    const names = [
      { mention: a, name: '王玮' },
      { mention: a, name: '王炜' },
    ]
    const graph = graphOf(sources, { names })
    expect(graph.conflicts).toEqual([{ same: [], different: [], names }])
    expect(graph.nodes.filter(({ kind }) => kind === 'person').map(({ label }) => label)).toEqual([
      '王伟',
      '王伟',
      '王伟',
    ])
  })

  test('a person and a body are never one', () => {
    const pair: [Mention, Mention] = [a, body('市司法局')]
    expect(graphOf(sources, { same: [pair] }).conflicts).toEqual([{ same: [pair], different: [], names: [] }])
  })
})

describe('decisions', () => {
  test('on a mention that is not printed any more wait, and are told', () => {
    const gone = personIn('2022-01-05', '王岩', '市司法局')
    const here = personIn('2022-01-05', '王伟', '市司法局')
    const graph = graphOf([meets('2022-01-05', '市司法局 王伟')], { same: [[gone, here]] })
    expect([graph.dangling, graph.conflicts]).toEqual([[gone], []])
  })

  test('give a name to draw to people, bodies and policies', () => {
    const policies = [{ title: '甲办法', span }]
    const sources = [heldOn('2022-01-05', { items: [item(1, { policies, mentions: [{ body: '市甲办', span }] })] })]
    const graph = graphOf(sources, {
      names: [
        { mention: body('市甲办'), name: '市甲工作办公室' },
        { mention: policy('2022-01-05', '甲办法'), name: '岚州市甲办法' },
      ],
    })
    expect(graph.nodes.map(({ label }) => label)).toEqual(expect.arrayContaining(['市甲工作办公室', '岚州市甲办法']))
  })

  test('make bodies one and two', () => {
    const mentions = ['太仓港', '岚州港口', '市发改委', '市发展和改革委员会'].map((form) => ({ body: form, span }))
    const sources = [heldOn('2022-01-05', { items: [item(1, { mentions })] })]
    const bodies = (...given: Parameters<typeof graphOf>) =>
      graphOf(...given)
        .nodes.filter((node) => node.kind === 'department' || node.kind === 'district')
        .map(({ forms }) => forms)
    expect(bodies(sources)).toContainEqual(['市发展和改革委员会', '市发改委'].sort())
    const decided = bodies(sources, {
      same: [[body('太仓港'), body('岚州港口')]],
      different: [[body('市发改委'), body('市发展和改革委员会')]],
    })
    expect(decided.map((forms) => forms.join()).sort()).toEqual(
      ['太仓港,岚州港口', '市发改委', '市发展和改革委员会'].sort(),
    )
  })

  test('make policies one and two', () => {
    const considers = (date: string, title: string) =>
      heldOn(date, { items: [item(1, { policies: [{ title, span }] })] })
    const sources = [
      considers('2022-01-05', '甲办法'),
      considers('2022-02-05', '甲管理办法'),
      considers('2022-03-05', '甲办法'),
    ]
    expect(idsOf(graphOf(sources), 'policy')).toEqual(['甲办法', '甲管理办法'])
    const one = graphOf(sources, { same: [[policy('2022-01-05', '甲办法'), policy('2022-02-05', '甲管理办法')]] })
    expect(idsOf(one, 'policy')).toEqual(['甲办法'])
    const two = graphOf(sources, { different: [[policy('2022-03-05', '甲办法'), policy('2022-01-05', '甲办法')]] })
    expect(idsOf(two, 'policy')).toHaveLength(3)
  })
})
