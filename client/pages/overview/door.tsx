import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../../frame/icons.tsx'
import { MethodLink } from '../../frame/method-link.tsx'
import classes from './doors.module.css'

export type DoorProps = {
  id: string
  question: string
  to: string
  drawing: ReactNode
  answer: ReactNode
  title: string
  note: string
  children: ReactNode
  /** How its figures were made. */
  method: 'chance' | 'course' | 'share'
}

/** A question, a small drawing that begins to answer it, a sentence with figures, and a list of five. */
export const Door = ({ id, question, to, drawing, answer, title, note, children, method }: DoorProps) => (
  <section className={classes.door} aria-labelledby={id}>
    <h2 id={id}>
      <Link href={to}>
        {question}
        <Icon name="arrowRight" size={20} />
      </Link>
    </h2>
    <div className={classes.drawing}>{drawing}</div>
    <p className={classes.answer}>
      {answer} <MethodLink part={method} />
    </p>
    <div className={classes.listHead}>
      <h3>{title}</h3>
      <span>{note}</span>
    </div>
    <ul className={classes.list}>{children}</ul>
  </section>
)
