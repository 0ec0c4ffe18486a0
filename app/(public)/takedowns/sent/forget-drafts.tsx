'use client'

import { useEffect } from 'react'
import { forget } from '../new/kept-draft'

/** What was sent need not be kept in the browser any longer. */
export function ForgetDrafts() {
  useEffect(() => forget(), [])
  return null
}
