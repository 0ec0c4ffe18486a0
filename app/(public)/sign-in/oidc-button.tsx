'use client'

import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'

/** Leaves for the organisation's own sign-in and comes back. */
export function OidcButton({ callbackUrl }: { callbackUrl?: string }) {
  return (
    <Button kind="secondary" onClick={() => void signIn('oidc', { callbackUrl })}>
      Continue with single sign-on
    </Button>
  )
}
