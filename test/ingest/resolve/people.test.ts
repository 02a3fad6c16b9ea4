import { describe, expect, test } from 'vitest'
import { nameWeight } from '../../../ingest/resolve/people/name-weight.ts'
import { rankOfPost, rise } from '../../../ingest/resolve/people/ranks.ts'
import { entry } from '../record-builder.ts'
import { edgesOf, graphOf, heldOn, idsOf, meets, rollOf } from './city.ts'

const people = (...given: Parameters<typeof graphOf>) => idsOf(graphOf(...given), 'person')
const doubts = (...given: Parameters<typeof graphOf>) =>
  edgesOf(graphOf(...given), 'POSSIBLY_SAME').map(({ props: { grade, why } }) => [grade, why.map(({ code }) => code)])
const one = (sources: Parameters<typeof graphOf>[0], name: string) =>
  people(sources).filter((id) => id.startsWith(name))

/** A move in which both seats change hands: 王岩 from 市水务局 to 云汀区, 徐青 takes the old seat, 邵禾 leaves the new one. */
const move = (name: string) => [
  meets('2020-03-16', `市水务局 ${name}`, '云汀区 邵禾舟'),
  meets('2020-12-14', '市水务局 徐青舟', `云汀区 ${name}`),
]

describe('one person', () => {
  test('is a name that stays at one body, however common, up to a break of eighteen months', () => {
    expect(people([meets('2022-01-05', '市司法局 王伟'), meets('2023-06-20', '市司法局 王伟')])).toEqual([
      '王伟@市司法局',
    ])
  })

  test('is a leader who stays on the list, also when the list calls for another role', () => {
    const roll = [entry('王伟', null, { role: 'observer' })]
    expect(people([heldOn('2022-01-05', { attendance: roll }), meets('2022-03-05', '王伟')])).toEqual(['王伟'])
  })

  test('is who moves, where both seats change hands', () => {
    expect(one(move('栗文谦'), '栗文谦')).toEqual(['栗文谦@市水务局'])
    expect(one(move('王岩'), '王岩')).toEqual(['王岩@市水务局'])
    const node = graphOf(move('栗文谦')).nodes.find(({ id }) => id === '岚州市/person/栗文谦@市水务局')
    expect(node).toMatchObject({
      seat: '云汀区',
      seats: [
        { of: 'body', name: '市水务局', first: '2020-03-16', last: '2020-03-16', meetings: 1 },
        { of: 'body', name: '云汀区', first: '2020-12-14', last: '2020-12-14', meetings: 1 },
      ],
    })
  })

  test('is who leaves the list of the office and heads a district', () => {
    const leaves = [
      heldOn('2022-01-05', { attendance: [entry('栗文谦', null, { role: 'observer' }), ...rollOf('云汀区 邵禾舟')] }),
      meets('2022-09-05', '云汀区 栗文谦'),
    ]
    expect(one(leaves, '栗文谦')).toEqual(['栗文谦'])
  })

  test('is who goes on through two moves', () => {
    const sources = [
      meets('2020-01-05', '市水务局 栗文谦', '市司法局 邵禾舟', '云汀区 祁远山'),
      meets('2021-01-05', '市水务局 徐青舟', '市司法局 栗文谦', '云汀区 祁远山'),
      meets('2022-01-05', '市水务局 徐青舟', '市司法局 焦允之', '云汀区 栗文谦'),
    ]
    expect(one(sources, '栗文谦')).toEqual(['栗文谦@市水务局'])
  })

  test('is printed in several shapes of one sign', () => {
    expect(people([meets('2022-01-05', '市司法局 張颺'), meets('2022-02-05', '市司法局 张飏')])).toEqual([
      '张飏@市司法局',
    ])
    expect(people([meets('2022-01-05', '市司法局 於青'), meets('2022-02-05', '市司法局 于青')])).toHaveLength(2)
  })
})

describe('two people', () => {
  test('of one name in one meeting at two bodies, and nothing says that they may be one', () => {
    const sources = [meets('2022-01-05', '市水务局 栗文谦', '云汀区 栗文谦')]
    expect(one(sources, '栗文谦')).toEqual(['栗文谦@云汀区', '栗文谦@市水务局'])
    expect(doubts(sources)).toEqual([])
  })

  test('one excused and one present', () => {
    const absent = entry('栗文谦', null, { role: 'absent' })
    expect(one([heldOn('2022-01-05', { attendance: [absent, ...rollOf('云汀区 栗文谦')] })], '栗文谦')).toHaveLength(2)
  })

  test('where the name comes back to the first body', () => {
    const sources = [...move('栗文谦'), meets('2021-03-05', '市水务局 栗文谦', '云汀区 邵禾舟')]
    expect(one(sources, '栗文谦')).toHaveLength(2)
    expect(doubts(sources)).toEqual([])
  })

  test('where what stands behind the name does not agree', () => {
    const tagged = (date: string, body: string, post: string) =>
      heldOn(date, { attendance: [entry('栗文谦', body, { post })] })
    const sources = [tagged('2022-01-05', '市司法局', '回族'), tagged('2023-02-05', '云汀区', '满族')]
    expect([one(sources, '栗文谦').length, doubts(sources)]).toEqual([2, []])
  })
})

describe('perhaps one person', () => {
  test('a common name, even where both seats change hands', () => {
    expect(one(move('王伟'), '王伟')).toHaveLength(2)
    expect(doubts(move('王伟'))).toEqual([
      ['likely', ['same_name', 'common_name', 'both_seats_change_hands', 'soon_after', 'rank_fits']],
    ])
  })

  test('a rare name at another body: a name alone makes nobody one', () => {
    const sources = [meets('2022-01-05', '市水务局 栗文谦'), meets('2022-06-05', '市司法局 栗文谦')]
    expect(one(sources, '栗文谦')).toHaveLength(2)
    expect(doubts(sources).map(([grade]) => grade)).toEqual(['likely'])
  })

  test('a common name at one body after a long break', () => {
    const sources = [meets('2018-01-05', '市司法局 王伟'), meets('2022-06-20', '市司法局 王伟')]
    expect(people(sources)).toEqual(['王伟@市司法局', '王伟@市司法局~2022-06-20'])
    expect(doubts(sources)).toEqual([['possible', ['same_name', 'common_name', 'same_body_later', 'long_gap']]])
  })

  test('the keeper of the minutes and a delegate of that name in another meeting, never more', () => {
    const recorder = { meeting: { recorders: ['栗文谦'], spans: { recorders: { start: 0, end: 3 } } } }
    const sources = [heldOn('2022-01-05', recorder), meets('2022-06-05', '云汀区 栗文谦')]
    expect(one(sources, '栗文谦')).toEqual(['栗文谦@云汀区', '栗文谦@记录'])
    expect(doubts(sources)[0]?.[0]).toBe('possible')
    expect(doubts([heldOn('2022-01-05', { ...recorder, attendance: rollOf('云汀区 栗文谦') })])).toEqual([])
  })

  test('a leader and the police, whom one person may lead', () => {
    const sources = [meets('2022-01-05', '栗文谦', '市公安局 栗文谦')]
    expect(one(sources, '栗文谦')).toHaveLength(2)
    expect(doubts(sources)[0]?.[1]).toContain('dual_post')
  })

  test('who may have gone to either of two bodies, where two people of that name now sit', () => {
    const sources = [
      meets('2020-03-16', '市水务局 栗文谦', '云汀区 邵禾舟', '市司法局 焦允之'),
      meets('2020-12-14', '市水务局 徐青舟', '云汀区 栗文谦', '市司法局 栗文谦'),
    ]
    expect(one(sources, '栗文谦')).toHaveLength(3)
    expect(doubts(sources).map(([, why]) => why?.[0])).toEqual(['several_ways', 'several_ways'])
  })
})

describe('what stands for or against', () => {
  test.each([
    ['王伟', 'common'],
    ['李静', 'common'],
    ['王建国', 'common'],
    ['袁磊', 'usual'],
    ['王岩', 'usual'],
    ['栗溪', 'rare'],
    ['焦子龙', 'rare'],
    ['欧阳正平', 'rare'],
    ['买合木提·吐尔逊', 'rare'],
  ])('%s is a %s name', (name, weight) => expect(nameWeight(name)).toBe(weight))

  test.each([
    ['市委副书记、市长', 1],
    ['市委常委、常务副市长', 2],
    ['秘书长', 3],
    ['副秘书长', 4],
    ['局长', 4],
    ['副局长', 5],
    ['顾问', null],
  ])('%s is of band %s', (post, rank) => expect(rankOfPost(post)).toBe(rank))

  test('a rise and a fall count the bands between', () => {
    expect([rise([4, 5], [1, 3]), rise([4, 5], [2, 2]), rise([1, 3], [4, 5]), rise([4, 4], [4, 5])]).toEqual([
      1, 2, -1, 0,
    ])
  })
})

describe('where a person served', () => {
  test('is known between the days of meetings, and attendance is no proof of an office', () => {
    const served = edgesOf(graphOf(move('栗文谦')), 'SERVED_AT').filter(({ from }) => from.includes('栗文谦'))
    expect(served.map(({ to, props }) => [to, props])).toEqual([
      [
        '岚州市/department/市水务局',
        {
          from: { after: null, by: '2020-03-16' },
          until: { after: '2020-03-16', by: '2020-12-14' },
          grade: 'delegate',
          post: null,
        },
      ],
      [
        '岚州市/district/云汀区',
        {
          from: { after: '2020-03-16', by: '2020-12-14' },
          until: { after: '2020-12-14', by: null },
          grade: 'delegate',
          post: null,
        },
      ],
    ])
    expect(served.every(({ basis }) => basis === 'inferred')).toBe(true)
  })

  test('is better known where a post is printed, and not at all without a day', () => {
    const posted = heldOn('2022-01-05', { attendance: [entry('栗文谦', '市司法局', { post: '局长' })] })
    expect(edgesOf(graphOf([posted]), 'SERVED_AT')[0]?.props).toMatchObject({ grade: 'post', post: '局长' })
    const undated = heldOn('2022-01-05', { meeting: { date: null }, attendance: rollOf('市司法局 栗文谦') })
    expect(edgesOf(graphOf([undated]), 'SERVED_AT')).toEqual([])
  })
})
