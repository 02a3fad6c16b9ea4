import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyReader } from '../../ingest/resolve/body.ts'
import { jurisdictionOf } from '../../ingest/resolve/jurisdiction.ts'
import type { Source } from '../../ingest/resolve/meeting-key.ts'
import { policyKey } from '../../ingest/resolve/policy-key.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { GraphEdge, GraphNode, type Jurisdiction } from '../../model/graph.ts'
import { decision, entry, item, minutes, span, task } from './record-builder.ts'

const CITY: Jurisdiction = { id: '岚州市', issuer: '岚州市人民政府' }
const COUNTY: Jurisdiction = { id: '青桐县', issuer: '青桐县人民政府' }
const ZONE: Jurisdiction = { id: '岚州高新区', issuer: '岚州高新区管理委员会' }
const source = (document: string, record: Source['record']): Source => ({
  document: `岚州市/document/${document}`,
  record,
})
const graphOf = (...sources: Source[]) => resolve(CITY, sources)

const aMeeting = () =>
  minutes({
    meeting: {
      chair: { name: '陆衡', post: '市长', acting: false, onBehalfOf: null, span: span() },
      recorders: ['栗溪'],
      spans: { recorders: span() },
    },
    items: [
      item(1, {
        heading: '审议《岚州市桥梁管理办法（草案）》',
        policies: [{ title: '岚州市桥梁管理办法（草案）', abbreviation: '管理办法', stage: '草案', span: span() }],
        cites: [{ title: '岚州市城市道路管理条例', span: span() }],
        decisions: [
          decision({
            lead: ['市住建局'],
            joint: ['市财政局'],
            cooperating: ['云汀区'],
            next: 'submit',
            submitTo: '市委常委会',
            issuedAs: '市政府',
          }),
        ],
        tasks: [task({ lead: ['市交通局'], deadline: '2022-06-30', deadlineText: '6月底前' })],
        bodies: ['市住建局', '市财政局'],
        mentions: [
          { body: '市住建局', span: span() },
          { body: '市住建局', span: span() },
          { body: '市财政局', span: span() },
        ],
      }),
    ],
    attendance: [
      entry('陆衡', null),
      entry('凌舟', '市住建局'),
      entry('凌舟', '云汀区'),
      entry('夏禾', '市财政局', { role: 'absent', reason: '出差' }),
    ],
    representatives: [{ body: '岚州军分区', role: 'observer', span: span() }],
  })

describe('the graph of one document', () => {
  const graph = graphOf(source('a', aMeeting()))
  const edge = (type: string) => graph.edges.filter((one) => one.type === type)

  test('fits its schema, is sorted, and every edge ends in a node', () => {
    for (const node of graph.nodes) expect(GraphNode.parse(node)).toEqual(node)
    for (const one of graph.edges) expect(GraphEdge.parse(one)).toEqual(one)
    const ids = graph.nodes.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(graph.edges.map(({ id }) => id)).toEqual(graph.edges.map(({ id }) => id).sort())
    for (const { from, to } of graph.edges) expect(ids).toEqual(expect.arrayContaining([from, to]))
  })

  test('names the meeting by day, kind and serial number', () => {
    expect(graph.nodes.find(({ kind }) => kind === 'meeting')).toMatchObject({
      id: '岚州市/meeting/2022-03-04-常务会议-41',
      label: '第41次常务会议',
      agenda: ['审议《岚州市桥梁管理办法（草案）》'],
      people: 3,
      bodies: 3,
      documents: ['岚州市/document/a'],
    })
  })

  test('ties each department to the decision in the part that it has', () => {
    const to = '岚州市/decision/2022-03-04-常务会议-41/1.1'
    expect(edge('LEADS')).toMatchObject([{ from: '岚州市/department/市住建局', to }])
    expect(edge('JOINS')).toMatchObject([{ from: '岚州市/department/市财政局', to }])
    expect(edge('ASSISTS')).toMatchObject([{ from: '岚州市/district/云汀区', to }])
    expect(edge('SUBMITTED_TO')).toMatchObject([{ from: to, to: '岚州市/department/市委常委会' }])
    expect(edge('ISSUED_AS')).toMatchObject([{ from: to, to: '岚州市/department/市政府' }])
  })

  test('keeps a task with its deadline, a citation apart from the subject, and each mention as evidence', () => {
    expect(edge('TASKED')).toMatchObject([
      { from: '岚州市/department/市交通局', props: { role: 'lead', deadline: '2022-06-30' } },
    ])
    expect(edge('CONSIDERS')).toMatchObject([{ to: '岚州市/policy/桥梁管理办法', props: { stage: '草案' } }])
    expect(edge('CITES')).toMatchObject([{ to: '岚州市/policy/城市道路管理条例' }])
    expect(edge('MENTIONS').map(({ to, evidence }) => [to, evidence.length])).toEqual([
      ['岚州市/department/市住建局', 2],
      ['岚州市/department/市财政局', 1],
    ])
  })

  test('gives the policy its short name as a form, never as its label', () => {
    expect(graph.nodes.find(({ id }) => id === '岚州市/policy/桥梁管理办法')).toMatchObject({
      label: '岚州市桥梁管理办法',
      forms: ['岚州市桥梁管理办法(草案)', '管理办法'].map((form) => expect.stringContaining(form.slice(0, 4))),
    })
  })

  test('counts one name at two bodies in one meeting as two people, and the chair as the member of that name', () => {
    expect(edge('ATTENDED').map(({ from }) => from)).toEqual([
      '岚州市/person/凌舟@云汀区',
      '岚州市/person/凌舟@市住建局',
      '岚州市/person/陆衡',
    ])
    expect(edge('CHAIRED')).toMatchObject([{ from: '岚州市/person/陆衡' }])
    expect(edge('RECORDED')).toMatchObject([{ from: '岚州市/person/栗溪@记录' }])
  })

  test('counts who was absent neither as present nor as a body that came', () => {
    expect(edge('ABSENT_FROM')).toMatchObject([
      { from: '岚州市/person/夏禾@市财政局', props: { reason: '出差', as: '市财政局' } },
    ])
    expect(edge('REPRESENTED').map(({ from, props }) => [from, 'named' in props && props.named])).toEqual([
      ['岚州市/department/岚州军分区', false],
      ['岚州市/department/市住建局', true],
      ['岚州市/district/云汀区', true],
    ])
  })
})

describe('two documents of one meeting', () => {
  const first = aMeeting()
  const second = {
    ...aMeeting(),
    attendance: [entry('凌舟', '市住建局')],
    items: [...aMeeting().items, item(2, { heading: '听取防汛工作情况' })],
  }
  const graph = graphOf(source('pdf', first), source('web', second))

  test('are one meeting with both documents and each item once', () => {
    const meetings = graph.nodes.filter(({ kind }) => kind === 'meeting')
    expect(meetings).toMatchObject([{ documents: ['岚州市/document/pdf', '岚州市/document/web'], people: 3 }])
    expect(meetings[0]).toMatchObject({ agenda: ['审议《岚州市桥梁管理办法（草案）》', '听取防汛工作情况'] })
  })

  test('give one edge with evidence in both, and one decision', () => {
    expect(
      graph.edges
        .filter(({ type }) => type === 'LEADS')
        .map(({ evidence }) => evidence.map(({ document }) => document)),
    ).toEqual([['岚州市/document/pdf', '岚州市/document/web']])
  })
})

describe('several meetings', () => {
  const meeting = (ordinal: number, date: string, given = {}) => minutes({ meeting: { ordinal, date }, ...given })
  const many = [
    source('1', meeting(1, '2022-01-05', { attendance: [entry('凌舟', '市司法局')] })),
    source('2', meeting(2, '2022-02-05', { attendance: [entry('凌舟', '市司法局'), entry('程渡', null)] })),
    source(
      '3',
      meeting(3, '2022-03-05', { items: [item(1, { policies: [{ title: '甲办法（送审稿）', span: span() }] })] }),
    ),
    source(
      '4',
      meeting(4, '2022-04-05', { items: [item(1, { policies: [{ title: '岚州市甲办法', span: span() }] })] }),
    ),
    source(
      '5',
      meeting(5, '2022-05-05', { items: [item(1, { policies: [{ title: '2023年立法计划', span: span() }] })] }),
    ),
    source(
      '6',
      meeting(5, '2023-05-05', { items: [item(1, { policies: [{ title: '2024年立法计划', span: span() }] })] }),
    ),
  ]

  test('give the same graph, byte for byte, in every order', () => {
    const expected = JSON.stringify(graphOf(...many))
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (order) => {
        expect(JSON.stringify(graphOf(...order))).toBe(expected)
      }),
    )
  })

  test('hold one policy through its stages, and the editions of two years apart', () => {
    const policies = graphOf(...many).nodes.filter(({ kind }) => kind === 'policy')
    expect(policies.map(({ id }) => id)).toEqual([
      '岚州市/policy/2023年立法计划',
      '岚州市/policy/2024年立法计划',
      '岚州市/policy/甲办法',
    ])
  })

  test('tell meetings of one number in two years apart', () => {
    expect(graphOf(...many).nodes.filter(({ kind }) => kind === 'meeting')).toHaveLength(6)
  })
})

describe('the jurisdiction', () => {
  test.each([
    ['苏州市人民政府', '苏州市'],
    ['青桐县人民政府', '青桐县'],
    ['岚州高新区管理委员会', '岚州高新区'],
    ['海勃湾区政府', '海勃湾区'],
  ])('%s is %s', (issuer, id) => expect(jurisdictionOf(issuer)?.id).toBe(id))

  test.each([[null], [''], ['市政府'], ['某某公司'], ['陆衡市长主持召开市政府'], ['2021年区政府']])(
    '%s is none',
    (issuer) => expect(jurisdictionOf(issuer)).toBeNull(),
  )
})

describe('a printed body', () => {
  const kind = (printed: string, jurisdiction = CITY) => {
    const body = bodyReader(jurisdiction)(printed)
    return [body.key, body.kind, body.bodyKind]
  }

  test.each([
    ['市发改委', CITY, ['市发改委', 'department', 'government']],
    ['岚州市财政局', CITY, ['市财政局', 'department', 'government']],
    ['水利局', COUNTY, ['县水利局', 'department', 'government']],
    ['县水利局', COUNTY, ['县水利局', 'department', 'government']],
    ['市水务局', COUNTY, ['市水务局', 'department', 'government']],
    ['云汀区', CITY, ['云汀区', 'district', 'district']],
    ['云汀区人民政府', CITY, ['云汀区', 'district', 'district']],
    ['张河市', CITY, ['张河市', 'district', 'district']],
    ['岚州港口管委会', CITY, ['岚州港口', 'district', 'zone']],
    ['岚州港口', CITY, ['岚州港口', 'district', 'zone']],
    ['岚州高新区', CITY, ['岚州高新区', 'district', 'zone']],
    ['城关镇', COUNTY, ['城关镇', 'district', 'township']],
    ['市“404”专班', CITY, ['市"404"专班', 'department', 'task_force']],
    ['市"404"专班', CITY, ['市"404"专班', 'department', 'task_force']],
    ['市中级人民法院', CITY, ['市中级人民法院', 'department', 'judiciary']],
    ['岚州军分区', CITY, ['岚州军分区', 'department', 'military']],
    ['武警岚州支队', CITY, ['武警岚州支队', 'department', 'military']],
    ['电信岚州分公司', CITY, ['电信岚州分公司', 'department', 'soe']],
    ['人行岚州中支', CITY, ['人行岚州中支', 'department', 'vertical']],
    ['团市委', CITY, ['团市委', 'department', 'mass']],
    ['市消防救援支队', CITY, ['市消防救援支队', 'department', 'fire']],
    ['市人大常委会', CITY, ['市人大常委会', 'department', 'npc']],
    ['省太湖渔管办', CITY, ['省太湖渔管办', 'department', 'vertical']],
    ['岚州市人民政府', CITY, ['市政府', 'department', 'government']],
    ['管委会', ZONE, ['管委会', 'department', 'government']],
  ] as const)('%s', (printed, jurisdiction, expected) => expect(kind(printed, jurisdiction)).toEqual(expected))

  test('is never merged with another for likeness of name', () => {
    expect(kind('市人力资源局')[0]).not.toBe(kind('市自然资源局')[0])
  })
})

describe('the key of a policy', () => {
  test.each([
    ['岚州市城市更新实施办法（送审稿）', '城市更新实施办法'],
    ['城市更新实施办法(征求意见稿)', '城市更新实施办法'],
    ['关于文化产业倍增计划的实施意见', '文化产业倍增计划的实施意见'],
    ['政府购买服务目录（2022年版）', '政府购买服务目录(2022年版)'],
    ['行动 2020', '行动2020'],
    ['慢行系统规划（2024—2030年）', '慢行系统规划(2024-2030年)'],
    ['公共数据管理办法（试行）', '公共数据管理办法(试行)'],
  ])('%s is %s', (title, key) => expect(policyKey(title, '岚州市')).toBe(key))
})
