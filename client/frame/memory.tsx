import { createContext, type ReactNode, useContext } from 'react'
import type { Memory } from '../state/preferences.ts'

const forgetful: Memory = { get: () => null, set: () => undefined }
const MemoryContext = createContext<Memory>(forgetful)

export const MemoryProvider = ({ memory, children }: { memory: Memory; children: ReactNode }) => (
  <MemoryContext value={memory}>{children}</MemoryContext>
)

export const useMemory = (): Memory => useContext(MemoryContext)
