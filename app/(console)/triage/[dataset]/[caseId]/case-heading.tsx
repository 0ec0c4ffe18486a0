'use client'

import { useEffect } from 'react'
import { useHeard } from '@/components/ui/toast'

/** The case that this tab showed before; null where it has shown none. */
let before: string | null = null

/**
 * What the case is, said when another case was here before: each has the same title, so whoever does not see the page would not hear that
 * the next one has come. The focus stays out of it: a screen reader that follows it takes the keys of the page for its own.
 */
export function CaseHeading({ of, words }: { of: string; words: string }) {
  const hear = useHeard()
  // What is said belongs to the frame around all pages.
  useEffect(() => {
    if (before !== null && before !== of) hear('page', words)
    before = of
  }, [of, words, hear])
  return words
}
