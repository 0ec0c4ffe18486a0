'use client'

import { MessagePage } from '@/components/shell/message-page'
import { Button, LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <MessagePage
      title="This page could not be shown"
      actions={
        <>
          <Button kind="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href={paths.home()}>Go to the start</LinkButton>
        </>
      }
    >
      <p>
        The fault is on our side. Nothing you sent was half done: a change is recorded completely or not at
        all.
      </p>
      {error.digest ? (
        <p className="mt-3 text-base">
          If it stays, tell the operator this number: <code className="font-mono">{error.digest}</code>
        </p>
      ) : null}
    </MessagePage>
  )
}
