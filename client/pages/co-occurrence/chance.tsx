import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { PairReply } from '../../../model/api/co-occurrence.ts'
import { figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import classes from './pair-panel.module.css'

const WIDTH = 276
const HEIGHT = 92
const BASE = 70
const TOP = 18

/** What the null model gives, as bars; what was seen, as a line. */
export const Chance = ({ pair: { chance, expected, observed } }: { pair: PairReply }) => {
  const { t } = useWords()
  const last = Math.max(chance.first + chance.probabilities.length - 1, observed, 4)
  const x = scaleLinear([0, last + 1], [2, WIDTH - 6])
  const y = scaleLinear([0, max(chance.probabilities) ?? 1], [BASE, TOP + 8])
  const bar = Math.max(1, x(1) - x(0) - 1)
  const ticks = x.ticks(5).filter((tick) => Number.isInteger(tick) && tick <= last)
  const seen = x(observed) + bar / 2
  const middle = x(expected) + bar / 2
  const near = Math.abs(seen - middle) < 96
  return (
    <svg
      className={classes.chance}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('coOccurrence.chanceName', { expected: figure(expected), observed })}
    >
      {chance.probabilities.map((probability, at) => (
        <rect
          // The bar's place is its value.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          x={x(chance.first + at)}
          y={y(probability)}
          width={bar}
          height={BASE - y(probability)}
          className={classes.bar}
        />
      ))}
      <path d={`M0 ${BASE + 0.5}H${WIDTH}`} className={classes.base} />
      <path d={`M${seen} ${TOP}V${BASE}`} className={classes.line} />
      <text x={near ? 2 : middle} y="11" textAnchor={near ? 'start' : 'middle'} className={classes.byChance}>
        {t('coOccurrence.byChance', { expected: figure(expected) })}
      </text>
      <text x={WIDTH - 2} y="11" textAnchor="end" className={classes.bySeen}>
        {t('coOccurrence.seen', { observed })}
      </text>
      {ticks.map((tick) => (
        <text key={tick} x={x(tick) + bar / 2} y={BASE + 16} textAnchor="middle" className={classes.tick}>
          {tick}
        </text>
      ))}
    </svg>
  )
}
