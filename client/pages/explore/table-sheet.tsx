import { useRef, useState } from 'react'
import { Icon } from '../../frame/icons.tsx'
import { useWords } from '../../i18n/words.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { Table } from './table.tsx'

/** On a tablet the drawing has the room, and the table lies over it when it is called. */
export const TableSheet = () => {
  const { t } = useWords()
  const { graph, edge } = useExploration()
  const [open, setOpen] = useState(false)
  const [last, setLast] = useState(edge)
  const button = useRef<HTMLButtonElement>(null)
  // An edge that was just taken in hand shows its sentence.
  if (edge !== last) {
    setLast(edge)
    if (edge !== null) setOpen(true)
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.toTable}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="table" size={16} />
        {t('explore.table.all')}
        <span>
          {t('explore.nodes', { count: graph.nodes.length })} · {t('explore.edges', { count: graph.edges.length })}
        </span>
      </button>
      {open ? <Table onClose={close} /> : null}
    </>
  )
}
