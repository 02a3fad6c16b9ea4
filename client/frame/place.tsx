import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { JurisdictionReply } from '../../model/api/jurisdictions.ts'
import { jurisdictionsQuery } from '../queries.ts'
import { PLACE_KEY } from '../state/preferences.ts'
import { carried, idInPath, jurisdictionOf, type UrlState } from '../state/url-state.ts'
import { hrefOf, useAddress } from './address.ts'
import { useMemory } from './memory.tsx'

export type Place = {
  all: JurisdictionReply[]
  current: JurisdictionReply | null
  /** Named by the address, and not stored here. */
  unknown: string | null
  pending: boolean
  error: Error | null
  retry: () => void
  /** A link that takes the place and the period along. */
  link: (path: string, changes?: Partial<UrlState>) => string
}

const PlaceContext = createContext<Place | null>(null)

/** Every question is asked of one jurisdiction: the one in the address, else the last one used, else the first. */
export const PlaceProvider = ({ children }: { children: ReactNode }) => {
  const { path, state } = useAddress()
  const memory = useMemory()
  const { data, isPending, error, refetch } = useQuery(jurisdictionsQuery())
  const inPath = idInPath(path)
  const named = inPath ? jurisdictionOf(inPath) : state.in
  const rows = data?.rows
  const place = useMemo((): Place => {
    const all = rows ?? []
    const find = (id: string | null) => all.find((row) => row.id === id)
    const current = named ? find(named) : (find(memory.get(PLACE_KEY)) ?? all[0])
    return {
      all,
      current: current ?? null,
      unknown: rows && all.length > 0 && named && !current ? named : null,
      pending: isPending,
      error,
      retry: () => void refetch(),
      link: (to, changes) =>
        hrefOf(to, { ...carried(state), in: current && current.id !== all[0]?.id ? current.id : null, ...changes }),
    }
  }, [rows, named, memory, isPending, error, refetch, state])
  const id = place.current?.id
  useEffect(() => {
    if (id) memory.set(PLACE_KEY, id)
  }, [id, memory])
  return <PlaceContext value={place}>{children}</PlaceContext>
}

export const usePlace = (): Place => {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('usePlace stands outside PlaceProvider')
  return place
}
