'use client'

import './globals.css'

/** Shown when even the frame of the page failed, so it leans on nothing but the stylesheet. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en-GB">
      <body>
        <title>Winnow could not answer</title>
        <main className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-4 px-4">
          <h1 className="text-3xl">Winnow could not answer</h1>
          <p className="text-lg text-ink-soft">The fault is on our side. Please try again in a moment.</p>
          {error.digest ? <p className="font-mono text-sm text-ink-soft">{error.digest}</p> : null}
          <button type="button" onClick={reset} className="link self-start text-lg">
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
