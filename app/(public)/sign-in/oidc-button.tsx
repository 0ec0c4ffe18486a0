'use client'

import type { ReactNode } from 'react'
import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'

/** Leaves for the organisation's own sign-in and comes back. */
export function OidcButton({ callbackUrl, children }: { callbackUrl?: string; children: ReactNode }) {
  return (
    <Button kind="secondary" onClick={() => void signIn('oidc', { callbackUrl })}>
      {children}
    </Button>
  )
}
