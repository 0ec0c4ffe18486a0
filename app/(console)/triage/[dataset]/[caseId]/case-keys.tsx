'use client'

import { useRef } from 'react'
import { useCaseKeys } from './use-case-keys'

/** The keys of a case that its reader does not decide: there is no form here for those that fill one in. */
export function CaseKeys({ nextHref }: { nextHref: string | null }) {
  const form = useRef<HTMLElement>(null)
  useCaseKeys({ form, chooseAction: nothing, chooseReason: nothing, nextHref })
  return null
}

function nothing(): void {
  // No form to fill in.
}
