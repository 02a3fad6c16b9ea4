import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { OverviewReply } from '../../../model/api/overview.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { Door } from './door.tsx'
import classes from './doors.module.css'
import { groupColour } from './group-colour.ts'

const SIZE = { width: 440, height: 164 }
const PAD = 16

/** Ties that stand the test are solid lines; the rest only met more often than expected. */
const Network = ({ ties: { nodes, edges } }: { ties: OverviewReply['ties'] }) => {
  const at = (index: number) => {
    const node = nodes[index]
    return {
      x: PAD + (node?.x ?? 0.5) * (SIZE.width - 2 * PAD),
      y: PAD + (node?.y ?? 0.5) * (SIZE.height - 2 * PAD),
    }
  }
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      {nodes.map(({ id, community }, index) => (
        <circle key={id} cx={at(index).x} cy={at(index).y} r="13" fill={groupColour(community)} opacity="0.13" />
      ))}
      {edges.map(({ a, b, within, above }) => (
        <line
          key={`${a} ${b}`}
          x1={at(a).x}
          y1={at(a).y}
          x2={at(b).x}
          y2={at(b).y}
          stroke={within === null ? 'var(--cross)' : groupColour(within)}
          strokeWidth={above ? 3 : 1}
          opacity={above ? 0.9 : within === null ? 0.2 : 0.42}
        />
      ))}
      {nodes.map(({ id, community, degree }, index) => (
        <circle
          key={id}
          cx={at(index).x}
          cy={at(index).y}
          r={Math.min(6, 2.2 + 0.45 * degree ** 0.8)}
          fill={groupColour(community)}
        >
          <title>{nodes[index]?.label}</title>
        </circle>
      ))}
    </svg>
  )
}

const Pair = ({ a, b }: { a: number | null; b: number | null }) => (
  <svg width="36" height="12" aria-hidden="true" className={classes.pair}>
    <line x1="6" y1="6" x2="30" y2="6" stroke="var(--ctl)" strokeWidth="1.6" />
    <circle cx="6" cy="6" r="4.6" fill={groupColour(a)} />
    <circle cx="30" cy="6" r="4.6" fill={groupColour(b)} />
  </svg>
)

/** Which departments act together. */
export const TiesDoor = ({ overview: { ties, closer } }: { overview: OverviewReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const values = { tested: ties.tested, above: ties.above, below: ties.below, met: ties.met }
  const until = closer ? (closer.untilOrdinal ?? closer.untilLabel) : ''
  return (
    <Door
      id="door-ties"
      method="chance"
      question={t('doors.ties')}
      to={link('/co-occurrence')}
      drawing={<Network ties={ties} />}
      answer={
        <>
          <Trans
            t={t}
            i18nKey={ties.testable ? 'doors.tiesAnswer' : 'doors.tiesUntestable'}
            values={values}
            components={{ b: <b /> }}
          />
          {ties.testable && ties.above > 0 ? t('doors.tiesLines') : null}
        </>
      }
      title={t('doors.closer')}
      note={closer ? t('doors.closerNote', { until, ...closer.items }) : ''}
    >
      {closer?.rows.map(({ a, b, before, after }) => (
        <li key={`${a.id} ${b.id}`}>
          <Link href={link('/co-occurrence', { view: { a: a.id, b: b.id } })} className={classes.row}>
            <Pair a={a.community} b={b.community} />
            <span className={classes.name} lang="zh">
              {a.label} <i>×</i> {b.label}
            </span>
            <span>
              {before} <i>→</i> {after}
            </span>
          </Link>
        </li>
      ))}
      {closer === null ? <li className={classes.none}>{t('doors.closerNone')}</li> : null}
    </Door>
  )
}
