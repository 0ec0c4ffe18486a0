'use client'

import { useEffect, useState } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block'
import { Timestamp } from '@/components/ui/timestamp'
import { compareWithLast, type Comparison } from './compare-with-last'
import { forget } from './kept-checkpoint'
import { problemIn } from './problem'

type State = Comparison | { state: 'waiting' } | { state: 'failed'; error: unknown }

/** Whether the log still says what it said at this visitor's last visit: the question nobody can answer for them. */
export function LastSeen({ origin, vkeys }: { origin: string; vkeys: readonly string[] }) {
  const t = useT('proofs.seen')
  const [state, setState] = useState<State>({ state: 'waiting' })
  const keys = vkeys.join('\n')

  useEffect(() => {
    let gone = false
    compareWithLast(origin, keys.split('\n'))
      .catch((error: unknown) => ({ state: 'failed' as const, error }))
      .then((compared) => gone || setState(compared))
    return () => {
      gone = true
    }
  }, [origin, keys])

  return (
    <div aria-live="polite" data-last-seen={state.state}>
      <Said state={state} />
      {state.state === 'same' || state.state === 'grown' ? (
        <p className="mt-1 text-sm">
          <Button
            kind="quiet"
            size="sm"
            onClick={() => {
              forget(origin)
              setState({ state: 'waiting' })
            }}
          >
            {t('forget')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function Said({ state }: { state: State }) {
  const t = useT('proofs.seen')
  const problem = useT('proofs.problem')
  switch (state.state) {
    case 'waiting':
      return <Callout title={t('waiting.title')}>{t('waiting.text')}</Callout>
    case 'first':
      return (
        <Callout title={t('first.title')}>
          {state.isKept ? t('first.kept', { size: state.size }) : t('first.notKept')}
          <Unchecked isSigned={state.isSigned} />
        </Callout>
      )
    case 'same':
      return (
        <Callout tone="good" title={t('consistent')}>
          {t.rich('same', { size: state.size, when: () => <Timestamp at={state.at} /> })}
          <Unchecked isSigned={state.isSigned} />
        </Callout>
      )
    case 'grown':
      return (
        <Callout tone="good" title={t('consistent')}>
          {t.rich('grown', {
            from: state.from,
            size: state.size,
            tiles: state.tiles,
            when: () => <Timestamp at={state.at} />,
          })}
          <Unchecked isSigned={state.isSigned} />
        </Callout>
      )
    case 'behind':
      return (
        <Callout title={t('behind.title')}>
          {t.rich('behind.text', {
            size: state.size,
            newer: state.newer,
            when: () => <Timestamp at={state.at} />,
          })}
          <Unchecked isSigned={state.isSigned} />
        </Callout>
      )
    case 'contradicted':
      return (
        <Callout tone="bad" title={t('contradicted.title')}>
          <p>
            {t(`contradicted.${state.how}`, { size: String(state.size), shown: String(state.shown) })}{' '}
            {t('contradicted.proof')}
          </p>
          <div className="mt-3 flex flex-col gap-3">
            <CodeBlock caption={t('contradicted.before')} code={state.before} />
            <CodeBlock caption={t('contradicted.now')} code={state.now} />
          </div>
        </Callout>
      )
    case 'failed':
      return (
        <Callout tone="warn" title={t('failed.title')}>
          {t('failed.text', { problem: problemIn(problem, state.error) })}
        </Callout>
      )
  }
}

function Unchecked({ isSigned }: { isSigned: boolean }) {
  const t = useT('proofs')
  return isSigned ? null : ` ${t('unchecked')}`
}
