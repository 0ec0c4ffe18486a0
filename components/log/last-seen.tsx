'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount, formatPlural } from '@/lib/format'
import { compareWithLast, type Comparison } from './compare-with-last'
import { forget } from './kept-checkpoint'

type State = Comparison | { state: 'waiting' } | { state: 'failed'; says: string }

/** Whether the log still says what it said at this visitor's last visit: the question nobody can answer for them. */
export function LastSeen({ origin, vkeys }: { origin: string; vkeys: readonly string[] }) {
  const [state, setState] = useState<State>({ state: 'waiting' })
  const keys = vkeys.join('\n')

  useEffect(() => {
    let gone = false
    compareWithLast(origin, keys.split('\n'))
      .catch((error: unknown) => ({
        state: 'failed' as const,
        says: error instanceof Error ? error.message : String(error),
      }))
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
            Forget what this browser has seen
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function Said({ state }: { state: State }) {
  switch (state.state) {
    case 'waiting':
      return (
        <Callout title="What you saw last time">
          With JavaScript this browser keeps the checkpoint it is shown, and proves at your next visit that
          nothing before it was changed. Nobody else learns of it.
        </Callout>
      )
    case 'first':
      return (
        <Callout title="This browser sees the log for the first time">
          {state.isKept
            ? `It keeps the checkpoint of ${formatPlural(state.size, 'entry', 'entries')}, and will prove at your next visit that nothing before it was changed.`
            : 'It does not let this page keep the checkpoint, so it cannot compare at your next visit.'}
          {unchecked(state.isSigned)}
        </Callout>
      )
    case 'same':
      return (
        <Callout tone="good" title="Consistent with what you saw last time">
          {'The log still ends with the same '}
          {formatPlural(state.size, 'entry', 'entries')}
          {' and the same root as '}
          <Timestamp at={state.at} />
          {'.'}
          {unchecked(state.isSigned)}
        </Callout>
      )
    case 'grown':
      return (
        <Callout tone="good" title="Consistent with what you saw last time">
          {`The log has grown from ${formatCount(state.from)} to ${formatCount(state.size)} entries since `}
          <Timestamp at={state.at} />
          {`, and begins with all ${formatCount(state.from)}, in the same order. Proven in this browser from ${formatPlural(state.tiles, 'tile')}.`}
          {unchecked(state.isSigned)}
        </Callout>
      )
    case 'behind':
      return (
        <Callout title="You have seen a newer state of this log">
          {`This page was served with ${formatPlural(state.size, 'entry', 'entries')}; this browser saw ${formatCount(state.newer)} `}
          <Timestamp at={state.at} />
          {
            ', which begin with these. A cache on the way can do that for some seconds. If it stays so, tell somebody.'
          }
          {unchecked(state.isSigned)}
        </Callout>
      )
    case 'contradicted':
      return (
        <Callout tone="bad" title="This log contradicts what it showed you before">
          <p>
            {state.says} Both checkpoints carry the signature of the log: together they prove it to anybody.
            Keep them, and show them to people you trust.
          </p>
          <div className="mt-3 flex flex-col gap-3">
            <CodeBlock caption="Shown to you before" code={state.before} />
            <CodeBlock caption="Shown to you now" code={state.now} />
          </div>
        </Callout>
      )
    case 'failed':
      return (
        <Callout tone="warn" title="The log could not be compared with what you saw last time">
          {`${state.says}. What this browser keeps was left as it is.`}
        </Callout>
      )
  }
}

const unchecked = (isSigned: boolean) =>
  isSigned
    ? ''
    : ' The signature was not checked: this browser has no Ed25519, or the page did not come over https.'
