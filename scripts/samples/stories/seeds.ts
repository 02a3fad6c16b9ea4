import type { Seed } from '../domain.ts'

/** Matters that only the planted stories need: old rules that fall, laws that are studied, reports on duties that were kept. */
const seed = (
  id: string,
  is: Seed['is'],
  title: string,
  lead: string,
  background: string[],
  demands: string[],
): Seed => ({
  id,
  is,
  title,
  lead,
  partners: [],
  background,
  demands,
  duties: [],
})

export const STORY_SEEDS: readonly Seed[] = [
  seed(
    'repeal-street-stalls',
    'document',
    '{市}流动摊点管理暂行规定',
    '市城管局',
    [
      '该规定自2009年施行以来，对规范占道经营发挥过积极作用，但其中一律取缔、先行扣押等条款已与现行法律和包容审慎监管的要求不相符合。',
    ],
    ['各区县要做好废止后的政策衔接，通过划定便民疏导点、错时经营等办法，兼顾市容秩序与群众生计，不得出现管理空档。'],
  ),
  seed(
    'repeal-tender-rules',
    'document',
    '{市}建设工程招标投标管理实施细则',
    '市行政审批局',
    ['实施细则中的保证金比例、备案环节等规定与上位法修订后的内容不一致，企业反映在不同区县执行口径也不相同。'],
    ['各相关部门要抓紧清理以该细则为依据的配套文件和系统设置，确保废止之日起招标投标活动统一按照上位法执行。'],
  ),
  seed(
    'repeal-land-deposit',
    'document',
    '{市}土地竞买保证金管理规定',
    '市行政审批局',
    ['土地交易已全部实行网上挂牌，原规定设定的现场缴纳和人工退款流程早已停用，继续保留容易造成误解。'],
    ['要在门户网站显著位置公告废止情况，对已经缴存尚未退还的款项逐笔核对、限期结清。'],
  ),
  seed(
    'law-noise',
    'spirit',
    '中华人民共和国噪声污染防治法',
    '市生态环境局',
    ['去年全市受理的环境信访中，建筑施工和社会生活噪声投诉占到四成以上，夜间施工、广场音响、空调外机等问题反复出现。'],
    ['各地各部门要带头学法用法，厘清监督管理职责边界，对群众反映强烈的噪声扰民点位实行清单化治理，让城市多一份安宁。'],
  ),
  seed(
    'law-accessibility',
    'spirit',
    '中华人民共和国无障碍环境建设法',
    '市住建局',
    [
      '全市持证残疾人和六十岁以上老年人合计超过八十万人，无障碍设施既有数量不足的问题，也有盲道不盲、坡道过陡等不好用的问题。',
    ],
    ['各地各部门要把法律规定落实到规划、建设、验收、管护全过程，邀请使用者参与体验试用，切实做到能用、管用、好用。'],
  ),
  seed(
    'law-review',
    'spirit',
    '中华人民共和国行政复议法',
    '市司法局',
    [
      '新修订的法律扩大了受案范围，强化了调解作用，行政复议作为化解行政争议主渠道的定位更加清晰，对依法行政能力是一次全面检验。',
    ],
    ['各地各部门主要负责同志要带头出席听证、带头履行复议决定，对被纠错的案件举一反三，从源头上减少行政争议。'],
  ),
  seed(
    'report-flood-points',
    'matter',
    '主城区易积水点普查情况',
    '市住建局',
    [],
    [
      '各区要把普查成果及时录入排水管网信息系统，对影响群众出行的点位先行采取临时强排措施，其余点位分年度列入改造计划。',
    ],
  ),
  seed(
    'report-data-catalogue',
    'matter',
    '公共数据资源目录编制情况',
    '市大数据局',
    [],
    ['各部门要把目录更新作为日常工作，新建系统同步编目、停用系统同步注销，坚决防止目录编成之日就是过时之时。'],
  ),
  seed(
    'report-canteens',
    'matter',
    '学校食堂食品安全专项排查情况',
    '市教育局',
    [],
    ['各区县要对排查出的问题逐校建账、限期销号，落实校长陪餐和家长开放日制度，让学生吃得安全、家长看得明白。'],
  ),
  seed(
    'report-idle-land',
    'matter',
    '撂荒地排查整治情况',
    '市农业农村局',
    [],
    ['各区县要巩固整治成果，通过代耕代种、集体流转、联农带农等方式落实种植主体，严防今年种、明年荒。'],
  ),
]

/** The domains in whose company these come. */
export const STORY_DOMAINS: Readonly<Record<string, string>> = {
  'repeal-street-stalls': 'urban',
  'law-noise': 'water',
  'law-accessibility': 'civil',
  'report-flood-points': 'urban',
  'report-data-catalogue': 'industry',
  'report-canteens': 'education',
  'report-idle-land': 'agriculture',
}
