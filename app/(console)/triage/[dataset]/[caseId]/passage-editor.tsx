'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Select } from '@/components/ui/select'
import { cx } from '@/components/ui/cx'
import type { Passage, PassageState, Step } from '@/lib/review/passages'
import { useWorkbench } from './passages'
import { useMove } from './use-passage-keys'

const CHOICES: readonly { state: PassageState; label: string; key: string; title: string }[] = [
  { state: 'accepted', label: 'Accept', key: 'Y', title: 'It is what it is said to be' },
  { state: 'left', label: 'Leave', key: 'O', title: 'Not redacted, and nothing is said of it' },
  {
    state: 'rejected',
    label: 'Reject',
    key: 'X',
    title: 'Found wrongly: not redacted, and counts against what found it',
  },
]

/** What can be done with the active passage, also by mouse and finger. */
export function PassageEditor({ types }: { types: readonly string[] }) {
  const { active, edit, editing, editable } = useWorkbench()
  if (!active) {
    return editing.passages.length > 0 ? (
      <p className="text-xs text-ink-soft max-lg:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> in the list go to a passage, <Kbd>Y</Kbd> accepts it, <Kbd>X</Kbd> rejects
        it.
      </p>
    ) : null
  }
  const alike = active.found
    ? editing.passages.filter(({ found }) => found?.flagId === active.found?.flagId).length
    : 1
  return (
    <div
      role="group"
      aria-label="The passage chosen in the list"
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-2 text-sm"
    >
      <p className="text-xs text-ink-soft">
        {active.found ? `Found by ${active.source}` : 'Added by you'}, characters {active.start}–{active.end}
      </p>
      <div className="flex flex-wrap gap-1">
        {CHOICES.filter(({ state }) => editable || state !== 'rejected').map(
          ({ state, label, key, title }) => (
            <button
              key={state}
              type="button"
              title={title}
              aria-pressed={active.state === state}
              onClick={() =>
                edit({ do: 'judge', id: active.id, as: state }, `${label}ed.`.replace('eed', 'ed'))
              }
              className={cx(
                'flex min-h-7 items-center gap-1.5 rounded-md border px-2',
                active.state === state
                  ? 'border-accent bg-accent text-accent-ink'
                  : 'border-line-strong bg-surface text-ink',
              )}
            >
              {label} <Keycap>{key}</Keycap>
            </button>
          ),
        )}
        {active.found ? null : (
          <Button size="sm" onClick={() => edit({ do: 'drop', id: active.id }, 'Taken out.')}>
            Take out
          </Button>
        )}
      </div>
      {alike > 1 ? (
        <div className="flex flex-wrap gap-1">
          {CHOICES.filter(({ state }) => state !== 'left' && (editable || state !== 'rejected')).map(
            ({ state, label }) => (
              <Button
                key={state}
                size="sm"
                kind="quiet"
                onClick={() =>
                  edit({ do: 'judge', id: active.id, as: state, all: true }, `${label}: all ${alike}.`)
                }
              >
                {label} all {alike}
              </Button>
            ),
          )}
        </div>
      ) : null}
      {editable ? <Edges passage={active} /> : null}
      {active.found ? null : (
        <label className="flex items-center gap-2">
          <span className="shrink-0">It is</span>
          <Select
            value={active.type}
            options={types.map((type) => ({ value: type, label: type }))}
            onChange={({ target }) =>
              edit({ do: 'name', id: active.id, type: target.value }, `Named ${target.value}.`)
            }
          />
        </label>
      )}
    </div>
  )
}

const STEPS: readonly { name: string; edge: Step['edge']; keys: string }[] = [
  { name: 'Start', edge: 'start', keys: 'Shift ← →' },
  { name: 'End', edge: 'end', keys: '← →' },
]

/** By a character, and with a second press beside it by a word; the keys do the same in the list. */
function Edges({ passage }: { passage: Passage }) {
  const move = useMove()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {STEPS.map(({ name, edge, keys }) => (
        <span key={edge} role="group" aria-label={name} className="flex items-center gap-1">
          <span className="text-xs text-ink-soft" title={`${keys} in the list; with Ctrl by words`}>
            {name}
          </span>
          {([-1, 1] as const).map((by) => (
            <span key={by} className="contents">
              {(by === -1 ? (['word', 'character'] as const) : (['character', 'word'] as const)).map(
                (unit) => (
                  <Button
                    key={unit}
                    size="sm"
                    aria-label={`${name} one ${unit} ${by === 1 ? 'further' : 'back'}`}
                    title={`One ${unit} ${by === 1 ? 'further' : 'back'}`}
                    className="min-w-7"
                    onClick={() => move(passage, { edge, by, unit })}
                  >
                    {by === 1 ? (unit === 'word' ? '»' : '›') : unit === 'word' ? '«' : '‹'}
                  </Button>
                ),
              )}
            </span>
          ))}
        </span>
      ))}
    </div>
  )
}

/** Where there is a keyboard. */
const Keycap = ({ children }: { children: ReactNode }) => (
  <span aria-hidden className="max-lg:hidden">
    <Kbd>{children}</Kbd>
  </span>
)
