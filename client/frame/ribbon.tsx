import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { openPeriodInWords, periodInWords, useWords, type Words } from '../i18n/words.ts'
import { meetingPath } from '../state/url-state.ts'
import { useAddress } from './address.ts'
import { Icon } from './icons.tsx'
import { usePlace } from './place.tsx'
import classes from './ribbon.module.css'
import { RibbonTrack } from './ribbon-track.tsx'
import { type PeriodInUse, usePeriod } from './use-period.ts'

const periodText = (words: Words, { days, coverage, period }: PeriodInUse): string => {
  if (days) return periodInWords(words, days.from, days.to)
  const open = openPeriodInWords(words, period.from, period.to)
  if (open) return open
  return words.t(coverage.slots.length ? 'ribbon.undated' : 'ribbon.none')
}

const Counts = ({ inUse }: { inUse: PeriodInUse }) => {
  const { t } = useWords()
  const { coverage, range } = inUse
  const chosen = range ? coverage.slots.slice(range.first, range.last + 1) : []
  const missing = chosen.filter(({ is }) => is === 'missing').length
  return (
    <>
      {t('ribbon.read', { count: chosen.length - missing })}
      {missing > 0 ? `${t('join.clause')}${t('ribbon.missing', { count: missing })}` : null}
    </>
  )
}

const isWhole = ({ period }: PeriodInUse): boolean => !period.from && !period.to

const Reset = ({ onReset }: { onReset: () => void }) => {
  const { t } = useWords()
  return (
    <button type="button" className={classes.reset} onClick={onReset}>
      {t('ribbon.reset')}
    </button>
  )
}

const PhonePeriod = ({ inUse }: { inUse: PeriodInUse }) => {
  const words = useWords()
  const { update } = useAddress()
  const [open, setOpen] = useState(false)
  const { coverage, range, setRange } = inUse
  const text = periodText(words, inUse)
  const whole = () => update({ from: null, to: null }, { replace: true })
  return (
    <div className={classes.phone}>
      <button
        type="button"
        className={classes.line}
        aria-haspopup="dialog"
        aria-label={words.t('ribbon.adjust', { period: text })}
        onClick={() => setOpen(true)}
      >
        <b>{text}</b>
        <span className={classes.lineCounts}>
          <Counts inUse={inUse} />
        </span>
        <Icon name="chevronDown" size={16} />
      </button>
      <Drawer.Root
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        classNames={{ content: classes.sheet }}
      >
        <Drawer.Overlay backgroundOpacity={0.3} />
        <Drawer.Content aria-label={words.t('ribbon.sheet')}>
          <Drawer.Body>
            <div className={classes.sheetHead}>
              <p className={classes.period}>{text}</p>
              <Drawer.CloseButton aria-label={words.t('meeting.close')} />
            </div>
            <p className={classes.counts}>
              <Counts inUse={inUse} />
            </p>
            <RibbonTrack
              slots={coverage.slots}
              range={range ?? { first: 0, last: coverage.slots.length - 1 }}
              current={null}
              onRange={setRange}
              onOpen={null}
            />
            <div className={classes.sheetButtons}>
              <button type="button" className={classes.done} onClick={() => setOpen(false)}>
                {words.t('ribbon.done')}
              </button>
              {isWhole(inUse) ? null : <Reset onReset={whole} />}
            </div>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </div>
  )
}

/** The period that follows the user; `current` is the meeting that is open. Empty places have none. */
export const Ribbon = ({ current }: { current: string | null }) => {
  const words = useWords()
  const { t } = words
  const { current: place, link } = usePlace()
  const { go, update } = useAddress()
  const { inUse, error, retry } = usePeriod(place?.id ?? null)
  if (error)
    return (
      <section className={classes.ribbon} aria-label={t('ribbon.label')}>
        <p className={classes.failed}>
          {t('error.coverage')}
          {t('error.rest')}
          <button type="button" className={classes.reset} onClick={retry}>
            {t('error.retry')}
          </button>
        </p>
      </section>
    )
  if (!inUse) return <div className={classes.ribbon} aria-hidden="true" />
  const { coverage, range, setRange } = inUse
  if (coverage.slots.length === 0) return null
  return (
    <section className={classes.ribbon} aria-label={t('ribbon.label')}>
      <div className={classes.words}>
        <p className={classes.period}>{periodText(words, inUse)}</p>
        <p className={classes.counts}>
          {isWhole(inUse) ? (
            <Counts inUse={inUse} />
          ) : (
            <Reset onReset={() => update({ from: null, to: null }, { replace: true })} />
          )}
        </p>
      </div>
      <div className={classes.drawn}>
        <RibbonTrack
          slots={coverage.slots}
          range={range ?? { first: 0, last: coverage.slots.length - 1 }}
          current={current}
          onRange={setRange}
          onOpen={(meeting) => go(link(meetingPath(meeting)))}
        />
      </div>
      <PhonePeriod inUse={inUse} />
    </section>
  )
}
