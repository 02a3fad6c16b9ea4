import { addDays, dayOf, monthEnd, monthOf, yearOf } from './days.ts'
import type { Rng } from './prng.ts'

/** A deadline as a clause that stands in front of the verb, and the day it means (`null` where it means none). */
export type Deadline = { clause: string; text: string; day: string | null }

type Maker = (date: string, rng: Rng) => Deadline | null

const monthEndAfter: Maker = (date, rng) => {
  const month = monthOf(date) + rng.int(1, 5)
  if (month > 12) return null
  return { clause: `于${month}月底前`, text: `${month}月底前`, day: monthEnd(yearOf(date), month) }
}

const dayAfter: Maker = (date, rng) => {
  const month = monthOf(date) + rng.int(1, 4)
  if (month > 12) return null
  const day = rng.pick([10, 15, 20, 25])
  return { clause: `于${month}月${day}日前`, text: `${month}月${day}日前`, day: dayOf(yearOf(date), month, day) }
}

const yearEnd: Maker = (date) =>
  monthOf(date) < 5 ? null : { clause: '于年底前', text: '年底前', day: dayOf(yearOf(date), 12, 31) }

const thirdQuarter: Maker = (date) =>
  monthOf(date) < 3 || monthOf(date) > 8
    ? null
    : { clause: '于三季度末前', text: '三季度末前', day: dayOf(yearOf(date), 9, 30) }

const thisMonth: Maker = (date) =>
  Number(date.slice(8)) > 15
    ? null
    : { clause: '于本月底前', text: '本月底前', day: monthEnd(yearOf(date), monthOf(date)) }

const inDays: Maker = (date, rng) => {
  const count = rng.pick([15, 20, 30, 45, 60])
  return { clause: `在${count}日内`, text: `${count}日内`, day: addDays(date, count) }
}

const nextYear: Maker = (date, rng) => {
  if (monthOf(date) < 9) return null
  const month = rng.int(3, 6)
  return { clause: `于明年${month}月底前`, text: `明年${month}月底前`, day: monthEnd(yearOf(date) + 1, month) }
}

const fullDate: Maker = (date, rng) => {
  const [year, month] = [yearOf(date) + 1, rng.int(3, 11)]
  return { clause: `于${year}年${month}月底前`, text: `${year}年${month}月底前`, day: monthEnd(year, month) }
}

const workingDays: Maker = (_, rng) => {
  const count = rng.pick([10, 15, 20])
  return { clause: `在${count}个工作日内`, text: `${count}个工作日内`, day: null }
}

const soon: Maker = () => ({ clause: '尽快', text: '尽快', day: null })

const MAKERS: readonly Maker[] = [
  monthEndAfter,
  monthEndAfter,
  monthEndAfter,
  monthEndAfter,
  dayAfter,
  dayAfter,
  yearEnd,
  yearEnd,
  thirdQuarter,
  thisMonth,
  inDays,
  inDays,
  nextYear,
  nextYear,
  fullDate,
  workingDays,
  soon,
]

export const makeDeadline = (date: string, rng: Rng): Deadline => {
  for (;;) {
    const made = rng.pick(MAKERS)(date, rng)
    if (made) return made
  }
}

/** Only what can be finished has a deadline; what goes on and on has none. */
export const bearsDeadline = (what: string) =>
  /^(?:制定|编制|完成|建立|梳理|摸清|公布|出台|核实|提出|核查|组建|划定|清理|分类提出|逐|打通|核定|启动|修订|清查|策划|设立|拿出|补建|整合|研究提出|全面清|布设|选取|形成|分行业|分层建立|提前储备|增开|将|把|推出|落实|集中|对\S+(?:开展|逐|组织|制定))/u.test(
    what,
  )
