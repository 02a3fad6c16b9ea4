import type { FixedCite, FixedDuty, Mode, Topic } from '../topic.ts'

/** An item that the plan does not leave to chance: which seed comes at which meeting, and what becomes of it. */
export type FixedTopic = { ordinal: number; seeds: readonly string[]; mode: Mode; story: string } & Partial<
  Pick<Topic, 'stage' | 'next' | 'duties' | 'cites' | 'notes' | 'terse' | 'shelve'>
>

const RENEWAL = '{市}城市更新实施办法'
const RENEWAL_NUMBER = '澜府规〔2023〕2号'
const renewal = (sentence: string): FixedCite[] => [
  {
    title: RENEWAL,
    docNumber: RENEWAL_NUMBER,
    policy: 'urban-renewal-measures',
    sentence: sentence.replace('{文}', `《${RENEWAL}》（${RENEWAL_NUMBER}）`),
  },
]
const duty = (id: string, body: string, what: string, by: string, deadline: string, joint?: string): FixedDuty => ({
  id,
  body,
  what,
  by,
  deadline,
  ...(joint ? { joint } : {}),
})

/** Policies that come back. */
const RETURNS: readonly FixedTopic[] = [
  { ordinal: 42, seeds: ['urban-renewal-measures'], mode: 'defer', stage: '送审稿', story: 'renewal' },
  {
    ordinal: 50,
    seeds: ['urban-renewal-measures'],
    mode: 'approve',
    stage: null,
    next: 'government',
    story: 'renewal',
    notes: [
      '市政府第42次常务会议暂缓审议后，起草部门先后召开十一场座谈会，对拆除比例上限、居民意愿征询门槛和零星地块整合政策作了较大调整。',
      '修改后的文本删去了整体协议搬迁条款，把签约比例由原来的五分之四提高到九成，并明确历史建筑一律先普查后更新。',
    ],
  },
  {
    ordinal: 55,
    seeds: ['urban-old-community'],
    mode: 'approve',
    stage: null,
    next: 'office',
    story: 'renewal-cited',
    cites: renewal('{文}施行后，老旧小区改造与片区更新统筹实施有了政策依据，改造资金的来源渠道也更加多样。'),
  },
  {
    ordinal: 62,
    seeds: ['urban-historic-district'],
    mode: 'approve',
    stage: null,
    next: 'province',
    story: 'renewal-cited',
    cites: renewal('{文}对历史文化街区提出了留改拆的比例底线，此次规划据此进一步划定了保护边界。'),
  },
  {
    ordinal: 73,
    seeds: ['urban-renewal-measures'],
    mode: 'approve',
    stage: '修订草案',
    next: 'government',
    story: 'renewal',
    terse: true,
    cites: renewal(
      '{文}施行一年半以来，全市启动更新片区二十三个，惠及居民三万余户，但也暴露出产权归集难、低效商办转型路径不清等问题。',
    ),
    notes: [
      '国家和省近期对房票安置、存量用地再开发出台了新的支持政策，有必要对实施中的成熟做法加以固化，对不适应的条款作出修改。',
    ],
    duties: [
      {
        body: '市住建局',
        joint: '市资源规划局',
        what: '梳理历年更新项目的产权和用地遗留问题',
        by: '年底前',
        deadline: '2024-12-31',
      },
    ],
  },
  { ordinal: 41, seeds: ['property-management'], mode: 'defer', stage: '草案', story: 'property' },
  {
    ordinal: 52,
    seeds: ['property-management'],
    mode: 'approve',
    stage: '草案',
    next: 'congress',
    story: 'property',
    notes: [
      '市政府第41次常务会议讨论后，起草部门赴八个街道蹲点调研，重新拟定了业主委员会换届、公共收益公示和应急物业接管等条款。',
    ],
  },
  { ordinal: 44, seeds: ['transport-taxi-reform'], mode: 'refuse', stage: null, story: 'taxi' },
  {
    ordinal: 56,
    seeds: ['transport-taxi-reform'],
    mode: 'approve',
    stage: null,
    next: 'government',
    story: 'taxi',
    notes: [
      '针对市政府第44次常务会议提出的意见，起草部门重新测算了运力规模，取消了车龄一刀切的规定，并与两个行业的从业者代表多次协商。',
    ],
  },
  { ordinal: 49, seeds: ['resident-elevator'], mode: 'defer', stage: null, story: 'elevator' },
  {
    ordinal: 57,
    seeds: ['resident-elevator'],
    mode: 'approve',
    stage: null,
    next: 'office',
    story: 'elevator',
    notes: [
      '市政府第49次常务会议后，新文本细化了低层住户补偿协商和楼道管线迁移的费用分摊办法，补充了加装后的维护责任。',
    ],
  },
  { ordinal: 53, seeds: ['urban-parking'], mode: 'defer', stage: '送审稿', story: 'parking' },
  {
    ordinal: 63,
    seeds: ['urban-parking'],
    mode: 'defer',
    stage: '送审稿',
    story: 'parking',
    terse: true,
    notes: [
      '市政府第53次常务会议之后，起草部门补充了机关单位泊位开放的条款，但对夜间道路停车收费标准，听证会上各方意见仍难统一。',
    ],
  },
  {
    ordinal: 69,
    seeds: ['urban-parking'],
    mode: 'approve',
    stage: null,
    next: 'government',
    story: 'parking',
    notes: [
      '经市政府第53次、第63次常务会议两次讨论，现文本将收费事项另行规定，集中解决规划配建、共享开放和执法管理问题。',
    ],
  },
]

/** Policies that are put off and never heard of again. */
const VANISHED: readonly FixedTopic[] = [
  { ordinal: 48, seeds: ['funeral-management'], mode: 'defer', stage: null, story: 'vanished' },
  { ordinal: 51, seeds: ['economy-headquarters'], mode: 'defer', stage: '送审稿', story: 'vanished' },
  { ordinal: 56, seeds: ['rural-homestay'], mode: 'defer', stage: null, shelve: true, story: 'vanished' },
  { ordinal: 64, seeds: ['e-bike-charging-rules'], mode: 'defer', stage: null, story: 'vanished' },
  { ordinal: 67, seeds: ['self-employed-support'], mode: 'defer', stage: '送审稿', shelve: true, story: 'vanished' },
]

const OTHERS: readonly FixedTopic[] = [
  { ordinal: 43, seeds: ['health-centralized-purchase'], mode: 'reject', stage: null, story: 'rejected' },
  { ordinal: 68, seeds: ['sports-industry'], mode: 'reject', stage: null, story: 'rejected' },
  { ordinal: 45, seeds: ['repeal-street-stalls'], mode: 'repeal', stage: null, story: 'repealed' },
  {
    ordinal: 65,
    seeds: ['repeal-tender-rules', 'repeal-land-deposit'],
    mode: 'repeal',
    stage: null,
    story: 'repealed',
  },
  { ordinal: 43, seeds: ['law-noise'], mode: 'law', stage: null, story: 'law' },
  { ordinal: 61, seeds: ['law-accessibility'], mode: 'law', stage: null, story: 'law' },
  { ordinal: 65, seeds: ['law-review'], mode: 'law', stage: null, story: 'law' },
]

/** Duties with a day: some are reported on in time, some never. */
const DUTIES: readonly FixedTopic[] = [
  {
    ordinal: 44,
    seeds: ['urban-sponge-city'],
    mode: 'approve',
    stage: null,
    next: 'plain',
    story: 'duty',
    duties: [duty('flood-points', '市住建局', '完成主城区易积水点普查', '9月底前', '2022-09-30', '市资源规划局')],
  },
  {
    ordinal: 48,
    seeds: ['report-flood-points'],
    mode: 'hear',
    story: 'kept:flood-points',
    notes: [
      '对照市政府第44次常务会议部署，主城区易积水点普查任务已于9月22日完成，共摸排道路、下穿通道和老旧小区疑似点位186处，核定易积水点68处。',
      '从普查结果看，其中四成是由管网错接混接造成的，三成与周边地块开发后地势改变有关，还有一部分属于泵站排涝能力不足。',
    ],
    duties: [{ body: '市水务局', what: '对排涝能力不足的泵站逐座提出改造方案', by: null }],
  },
  {
    ordinal: 54,
    seeds: ['public-data-rules'],
    mode: 'approve',
    stage: null,
    next: 'government',
    story: 'duty',
    duties: [duty('data-catalogue', '市大数据局', '完成公共数据资源目录编制', '9月底前', '2023-09-30')],
  },
  {
    ordinal: 61,
    seeds: ['report-data-catalogue'],
    mode: 'agree-report',
    story: 'kept:data-catalogue',
    notes: [
      '按照市政府第54次常务会议要求，公共数据资源目录编制工作已按期完成，归集目录四千一百余条，其中首批可授权运营的目录六百二十条。',
    ],
    duties: [{ body: '市统计局', what: '做好目录口径与统计标准的衔接', by: null }],
  },
  {
    ordinal: 57,
    seeds: ['education-campus-food'],
    mode: 'approve',
    stage: null,
    next: 'plain',
    story: 'duty',
    duties: [duty('canteens', '市教育局', '完成学校食堂食品安全专项排查', '8月底前', '2023-08-31', '市市场监管局')],
  },
  {
    ordinal: 61,
    seeds: ['report-canteens'],
    mode: 'hear',
    story: 'kept:canteens',
    notes: [
      '市政府第57次常务会议部署的学校食堂食品安全专项排查，已于秋季开学前完成，覆盖全市学校和幼儿园食堂一千零四十家。',
      '共发现食材索证不全、留样不规范、后厨布局不合理等问题七百余个，立行立改八成以上，十二家供餐单位被终止合同。',
    ],
    duties: [{ body: '市市场监管局', what: '对问题较多的供餐单位开展飞行检查', by: null }],
  },
  {
    ordinal: 66,
    seeds: ['farmland-recovery'],
    mode: 'approve',
    stage: null,
    next: 'office',
    story: 'duty',
    duties: [duty('idle-land', '市农业农村局', '完成撂荒地排查整治', '6月底前', '2024-06-30', '市资源规划局')],
  },
  {
    ordinal: 72,
    seeds: ['report-idle-land'],
    mode: 'hear',
    story: 'kept:idle-land',
    notes: [
      '按照市政府第66次常务会议要求，全市撂荒地排查整治已在6月中旬完成，共核实撂荒图斑一千三百余个、面积两千一百亩。',
      '截至目前复耕复种一千七百亩，其余地块多为坡度较大、缺少灌溉条件的零散地，短期内难以恢复生产。',
    ],
    duties: [{ body: '石桥县', what: '分类提出零散坡地的利用方案', by: null }],
  },
  {
    ordinal: 42,
    seeds: ['rental-housing-measures'],
    mode: 'approve',
    stage: null,
    next: 'government',
    story: 'duty',
    duties: [duty('rental-platform', '市住建局', '建成保障性租赁住房房源信息平台', '年底前', '2022-12-31')],
  },
  {
    ordinal: 49,
    seeds: ['water-outfall-regulation'],
    mode: 'approve',
    stage: null,
    next: 'plain',
    story: 'duty',
    duties: [
      duty(
        'outfall-codes',
        '市生态环境局',
        '完成沿江入河排污口统一编码和立牌',
        '2023年6月底前',
        '2023-06-30',
        '市水务局',
      ),
    ],
  },
  {
    ordinal: 58,
    seeds: ['transport-public-transit'],
    mode: 'approve',
    stage: null,
    next: 'party',
    story: 'duty',
    duties: [duty('bus-lanes', '市交通局', '提出公交专用道成网方案', '10月底前', '2023-10-31', '市公安局')],
  },
  {
    ordinal: 66,
    seeds: ['health-mental-health'],
    mode: 'approve',
    stage: null,
    next: 'office',
    story: 'duty',
    duties: [duty('mental-list', '市卫生健康委', '公布全市心理援助服务点名单', '10月底前', '2024-10-31')],
  },
]

export const FIXED_TOPICS: readonly FixedTopic[] = [...RETURNS, ...VANISHED, ...OTHERS, ...DUTIES]
