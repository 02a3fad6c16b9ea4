/** When things come before the meeting. First match wins; words are looked for in the title. */
export const MONTHS: readonly (readonly [string, readonly number[]])[] = [
  ['预算调整', [8, 9, 10, 11]],
  ['债务限额', [4, 5, 6, 7]],
  ['最低生活保障标准', [6, 7, 8]],
  ['居民基本医疗保险', [9, 10, 11]],
  ['退役士兵', [7, 8, 9]],
  ['马拉松', [7, 8, 9]],
  ['大气污染', [2, 3, 4]],
  ['清明', [3]],
  ['防汛', [4, 5, 6]],
  ['森林火灾', [9, 10, 11, 12]],
  ['教育考试', [4, 5]],
  ['传染病', [10, 11, 12]],
  ['国庆', [9]],
  ['节日', [1, 9, 12]],
  ['全国财政工作', [1, 2]],
  ['全国卫生健康工作', [1, 2]],
  ['消费者权益', [2, 3]],
  ['促消费', [3, 4, 5]],
  ['审计查出问题', [8, 9, 10, 11, 12]],
  ['三夏', [5, 6]],
  ['秋粮', [8, 9]],
  ['供暖', [10, 11]],
]
/** A yearly edition without a month of its own comes in the first months of the year. */
export const YEARLY_MONTHS: readonly number[] = [1, 2, 3, 4, 5]

/** What can only be talked of in some years; first and last day. */
export const SPANS: Readonly<Record<string, readonly [string, string]>> = {
  'economy-low-altitude': ['2024-01-01', '2024-12-31'],
  'economy-private-sector': ['2023-05-01', '2024-12-31'],
  'economy-statistics-quality': ['2023-05-01', '2024-06-30'],
  'economy-plan-midterm-review': ['2023-03-01', '2023-10-31'],
  'self-built-houses': ['2022-05-01', '2022-12-31'],
  'disaster-survey': ['2022-06-01', '2023-12-31'],
  'compute-center': ['2023-05-01', '2024-12-31'],
  'one-matter-once': ['2024-01-01', '2024-12-31'],
  'water-spirit-eco': ['2023-07-01', '2023-12-31'],
  'spirit-industrial-digital': ['2023-09-01', '2024-06-30'],
  'project-delivery-cases': ['2022-08-01', '2024-12-31'],
  'public-data-rules': ['2023-01-01', '2024-12-31'],
  'urban-physical-exam': ['2023-03-01', '2024-12-31'],
}

/** Yearly plans so broad that whatever is true of the domain is true of them. */
export const BROAD: readonly string[] = [
  'rural-work-points-yearly',
  'public-culture-points-yearly',
  'economy-investment-plan',
  'economy-annual-targets',
  'economy-situation',
  'education-school-building-plan',
  'education-rd-projects',
  'health-medical-reform-tasks',
  'health-medical-insurance-scheme',
  'housing-security-plan-yearly',
  'consumer-price-plan-yearly',
  'investment-promotion-plan-yearly',
  'smart-city-projects-yearly',
  'industrial-economy-run',
  'legislation-plan-yearly',
  'major-decisions-list-yearly',
  'work-safety-points-yearly',
  'enforcement-plan-yearly',
  'safety-situation-briefing',
  'transport-construction-plan',
  'transport-congestion-plan',
  'urban-construction-plan',
  'urban-greening-plan',
  'water-air-plan',
  'water-river-chief-plan',
  'finance-budget-adjustment',
  'finance-bond-allocation',
  'dibao-standard-yearly',
  'farm-machinery-subsidy-yearly',
]

/** Matters that come again year after year. */
export const RECURRING: readonly string[] = [
  'economy-situation',
  'safety-situation-briefing',
  'flood-readiness',
  'holiday-stability',
  'industrial-economy-run',
  'water-section-quality',
  'education-exam-safety',
]
