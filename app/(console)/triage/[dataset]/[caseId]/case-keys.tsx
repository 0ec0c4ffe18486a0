'use client'

import { useHydrated } from '@/components/ui/use-hydrated'
import { ShortcutSheet } from './shortcut-sheet'
import { useCaseKeys } from './use-case-keys'

const nothing = () => undefined

/** The keys of a case on which its reader has nothing to decide: to the next one, the text, the way to contest what others decided. */
export function CaseKeys({ nextHref }: { nextHref: string | null }) {
  useCaseKeys({ form: null, chooseAction: nothing, chooseReason: nothing, nextHref })
  return useHydrated() ? <ShortcutSheet /> : null
}
