/** What a domain of government work brings to the sample corpus: things to decide, and sentences that belong to them. */

/** A document or a matter that comes before the meeting. `{市}` in any text stands for the city (澜州市), `{年}` for the year of the meeting, `{下年}`, `{上年}` for its neighbours. */
export type Seed = {
  /** Stable, ASCII: `urban-renewal-measures`. */
  id: string
  /** `document`: `title` is printed in 《》. `matter`: `title` is a noun phrase without 《》 that ends in 情况, 工作, 事项 …: 全市防汛准备工作情况. `spirit`: what is conveyed: 全国安全生产电视电话会议精神. */
  is: 'document' | 'matter' | 'spirit'
  /** `{市}城市更新实施办法`; without stage brackets (草案, 送审稿 …). With `{年}` it is a yearly edition. */
  title: string
  /** Who leads: a body in its printed short form, with its level: 市住建局. */
  lead: string
  /** Who works on it with the lead, in order of weight; zero to three bodies. */
  partners: readonly string[]
  /** Two or three whole sentences, 40 to 110 characters each, about this very thing: how it came about, figures, places, what is at stake. No named municipal body in them, no 《》, no date that could contradict a meeting between 2022 and 2024. */
  background: readonly string[]
  /** Two or three whole sentences that ask something of collectives (各地各部门要…, 各相关部门要…, 各区县要…), about this very thing; 40 to 110 characters. No named body, no 《》. */
  demands: readonly string[]
  /** One to three duties of one named body, as a predicate behind 要: 同步做好更新片区控制性详细规划的调整论证. 12 to 40 characters, no body in it, no deadline, no comma needed. */
  duties: readonly { body: string; what: string }[]
}

export type Domain = {
  /** ASCII: `urban`. */
  id: string
  /** 城建交通. */
  name: string
  seeds: readonly Seed[]
  /** Whole sentences that fit any seed of this domain, as above; to fill and to vary. */
  background: readonly string[]
  demands: readonly string[]
}
