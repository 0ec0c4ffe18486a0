'use client'

import { createContext, type ReactNode, use } from 'react'
import { type Keymap, USUAL_KEYS } from '@/lib/keyboard/labels'

const KeymapContext = createContext<Keymap>(USUAL_KEYS)

/** Makes the keys somebody chose known to everything below. */
export function KeymapProvider({ keymap, children }: { keymap: Keymap; children: ReactNode }) {
  return <KeymapContext value={keymap}>{children}</KeymapContext>
}

export const useKeymap = (): Keymap => use(KeymapContext)
