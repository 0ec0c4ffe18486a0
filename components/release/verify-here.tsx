'use client'

import { useState, type ChangeEvent } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FileInput } from '@/components/ui/input'
import { paths } from '@/lib/paths'
import { checkRelease, nameOf, type Step } from './check-release'

type Props = { slug: string; version: string; vkeys: readonly string[] }
type Run = { state: 'idle' | 'working' | 'done' | 'failed'; steps: readonly Step[]; says: string }

/** The release checked in the visitor's browser: the server is trusted for nothing but the key, which can be had from elsewhere. */
export function VerifyHere(props: Props) {
  const [run, setRun] = useState<Run>({ state: 'idle', steps: [], says: '' })
  const [names, setNames] = useState<readonly string[]>([])
  const hydrated = useHydrated()

  async function verify() {
    setRun({ state: 'working', steps: [], says: '' })
    try {
      await checkRelease(props, (step) => setRun((before) => ({ ...before, steps: [...before.steps, step] })))
      setRun((before) => ({ ...before, state: 'done' }))
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error)
      setRun((before) => ({ ...before, state: 'failed', says }))
    }
  }

  async function name(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    setNames(
      await Promise.all(
        files.map((file) => nameOf(props, file).catch((error: unknown) => `${file.name}: ${String(error)}`)),
      ),
    )
  }

  if (!hydrated)
    return (
      <p className="max-w-prose text-ink-soft">
        With JavaScript your browser can check all of it here. Without it, VERIFY.md has the commands.
      </p>
    )
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose text-ink-soft">
        Your browser fetches the files, hashes them, and checks the signature and the proof of the log.
      </p>
      <Button kind="primary" onClick={verify} disabled={run.state === 'working'}>
        {run.state === 'working' ? 'Checking…' : 'Check this release in this browser'}
      </Button>
      <div aria-live="polite" className="w-full">
        <Outcome run={run} />
      </div>
      <label className="flex w-full flex-col gap-1 text-sm">
        <span className="font-medium">Is a file you have one of this release?</span>
        <FileInput multiple onChange={name} className="max-w-form" />
        <span className="text-ink-soft">Choose or drop files. They are hashed here, and not sent.</span>
      </label>
      <ul aria-live="polite" className="text-sm">
        {names.map((says) => (
          <li key={says} className="wrap-anywhere">
            {says}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Outcome({ run }: { run: Run }) {
  if (run.state === 'idle') return null
  if (run.state === 'failed')
    return (
      <Callout tone="bad" title="This release could not be verified">
        {`${run.says} Do not use it; tell its maintainers.`}
      </Callout>
    )
  const complete = run.state === 'done' && run.steps.every(({ state }) => state === 'right')
  return (
    <Callout tone={complete ? 'good' : run.state === 'done' ? 'warn' : 'note'} title={titleOf(run, complete)}>
      <ol className="mt-2 list-decimal space-y-1 ps-5">
        {run.steps.map(({ says }) => (
          <li key={says} className="wrap-anywhere">
            {says}
          </li>
        ))}
      </ol>
      {run.state === 'done' ? (
        <p className="mt-3">
          The key came from this site.{' '}
          <a href={paths.logKey()} className="link">
            Compare it
          </a>{' '}
          with one you have from elsewhere. That the lists are what the base gives, only the command line can
          tell.
        </p>
      ) : null}
    </Callout>
  )
}

function titleOf({ state }: Run, complete: boolean): string {
  if (state === 'working') return 'Checking'
  return complete ? 'Every file is what was signed and logged' : 'Right as far as this browser can tell'
}
