'use client'

import { useState, type ChangeEvent } from 'react'
import { useT } from '#i18n'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FileInput } from '@/components/ui/input'
import { paths } from '@/lib/paths'
import { CannotCheck, checkRelease, nameOf, type Step } from './check-release'

type Props = { slug: string; version: string; vkeys: readonly string[] }
type Run = { state: 'idle' | 'working' | 'done' | 'failed' | 'cannot'; steps: readonly Step[]; says: string }

/** The release checked in the visitor's browser: the server is trusted for nothing but the key, which can be had from elsewhere. */
export function VerifyHere(props: Props) {
  const t = useT('releaseCheck')
  const [run, setRun] = useState<Run>({ state: 'idle', steps: [], says: '' })
  const [names, setNames] = useState<readonly string[]>([])
  const hydrated = useHydrated()

  async function verify() {
    setRun({ state: 'working', steps: [], says: '' })
    try {
      await checkRelease(props, t, (step) =>
        setRun((before) => ({ ...before, steps: [...before.steps, step] })),
      )
      setRun((before) => ({ ...before, state: 'done' }))
    } catch (error) {
      const state = error instanceof CannotCheck ? 'cannot' : 'failed'
      setRun((before) => ({ ...before, state, says: sentenceOf(error) }))
    }
  }

  async function name(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    setNames(
      await Promise.all(
        files.map((file) =>
          nameOf(props, t, file).catch((error: unknown) => `${file.name}: ${sentenceOf(error)}`),
        ),
      ),
    )
  }

  if (!hydrated) return <p className="max-w-prose text-ink-soft">{t('noScript')}</p>
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      <Button kind="primary" onClick={verify} disabled={run.state === 'working'}>
        {run.state === 'working' ? t('checking') : t('start')}
      </Button>
      <div aria-live="polite" className="w-full">
        <Outcome run={run} />
      </div>
      <label className="flex w-full flex-col gap-1 text-sm">
        <span className="font-medium">{t('file.label')}</span>
        <FileInput multiple onChange={name} className="max-w-form" />
        <span className="text-ink-soft">{t('file.hint')}</span>
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

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function Outcome({ run }: { run: Run }) {
  const t = useT('releaseCheck.outcome')
  if (run.state === 'idle') return null
  if (run.state === 'failed')
    return (
      <Callout tone="bad" title={t('failed')}>
        {t('warning', { reason: run.says })}
      </Callout>
    )
  if (run.state === 'cannot')
    return (
      <Callout tone="warn" title={t('cannot')}>
        {t('again', { reason: run.says })}
      </Callout>
    )
  const complete = run.state === 'done' && run.steps.every(({ state }) => state === 'right')
  return (
    <Callout
      tone={complete ? 'good' : run.state === 'done' ? 'warn' : 'note'}
      title={t(run.state === 'working' ? 'working' : complete ? 'complete' : 'incomplete')}
    >
      <ol className="mt-2 list-decimal space-y-1 ps-5">
        {run.steps.map(({ says }) => (
          <li key={says} className="wrap-anywhere">
            {says}
          </li>
        ))}
      </ol>
      {run.state === 'done' ? (
        <p className="mt-3">
          {t.rich('key', {
            link: (words) => (
              <a href={paths.logKey()} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      ) : null}
    </Callout>
  )
}
