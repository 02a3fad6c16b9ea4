import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { CoOccurrenceReply } from '../../../model/api/co-occurrence.ts'
import { useAddress } from '../../frame/address.ts'
import { coOccurrenceQuery, type TiesFilter } from '../../queries.ts'
import { type Choice, formatChoice, parseChoice } from '../../state/co-occurrence.ts'

export type Ties = {
  filter: TiesFilter
  choice: Choice
  reply: CoOccurrenceReply
  /** The actors in hand, by their places in the reply. */
  selected: { a: number | null; b: number | null }
  /** Keeps the pair in hand unless the change names another. */
  choose: (changes: Partial<Choice>) => void
  select: (a: number | null, b: number | null) => void
}

const Context = createContext<Ties | null>(null)

export const useTies = (): Ties => {
  const ties = useContext(Context)
  if (!ties) throw new Error('useTies stands outside TiesProvider')
  return ties
}

/** The choice in the address, and the question that it asks. */
export const useChoice = (place: string) => {
  const { state, update } = useAddress()
  const choice = useMemo(() => parseChoice(state.view), [state.view])
  const { from, to } = state
  const { who, level } = choice
  const filter = useMemo(() => ({ jurisdiction: place, who, level, from, to }), [place, who, level, from, to])
  const query = useQuery(coOccurrenceQuery(filter, choice.fdr, choice.minimum))
  const choose = (changes: Partial<Choice>) => update({ view: formatChoice({ ...choice, ...changes }) })
  return { choice, filter, query, choose }
}

type TiesProviderProps = Pick<Ties, 'filter' | 'choice' | 'reply' | 'choose'> & { children: ReactNode }

export const TiesProvider = ({ filter, choice, reply, choose, children }: TiesProviderProps) => {
  const ties = useMemo((): Ties => {
    const placeOf = (id: string | null) => {
      const at = id === null ? -1 : reply.actors.findIndex((actor) => actor.id === id)
      return at < 0 ? null : at
    }
    const a = placeOf(choice.a)
    return {
      filter,
      choice,
      reply,
      choose,
      selected: { a, b: a === null ? null : placeOf(choice.b) },
      select: (first, second) =>
        choose({
          a: first === null ? null : (reply.actors[first]?.id ?? null),
          b: second === null ? null : (reply.actors[second]?.id ?? null),
        }),
    }
  }, [filter, choice, reply, choose])
  return <Context value={ties}>{children}</Context>
}
