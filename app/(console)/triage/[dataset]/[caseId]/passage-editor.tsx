'use client'

import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { useKeymap } from '@/components/keys/keymap'
import { Kbd } from '@/components/ui/kbd'
import { Select } from '@/components/ui/select'
import { cx } from '@/components/ui/cx'
import { type Command, keyName } from '@/lib/keyboard/labels'
import type { Passage, PassageState } from '@/lib/review/passages'
import { useWorkbench } from './passages'
import { useMove } from './use-passage-keys'

const CHOICES = [
  { state: 'accepted', word: 'accept', command: 'accept' },
  { state: 'left', word: 'left', command: 'leave' },
  { state: 'rejected', word: 'reject', command: 'reject' },
] as const satisfies readonly { state: PassageState; word: string; command: Command }[]

/** What can be done with the active passage, also by mouse and finger. */
export function PassageEditor({ types }: { types: readonly string[] }) {
  const t = useT('passages')
  const { active, edit, editing, editable } = useWorkbench()
  if (!active) {
    return editing.passages.length > 0 ? (
      <p className="text-xs text-ink-soft max-lg:hidden">
        {t.rich('keys', {
          up: () => <Kbd>↑</Kbd>,
          down: () => <Kbd>↓</Kbd>,
          accept: () => <Keycap of="accept" />,
          reject: () => <Keycap of="reject" />,
        })}
      </p>
    ) : null
  }
  const alike = active.found
    ? editing.passages.filter(({ found }) => found?.flagId === active.found?.flagId).length
    : 1
  const place = { start: String(active.start), end: String(active.end) }
  const count = String(alike)
  return (
    <div
      role="group"
      aria-label={t('chosen')}
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-2 text-sm"
    >
      <p className="text-xs text-ink-soft">
        {!active.found
          ? t('added', place)
          : active.found.name === undefined
            ? t('foundBy', { source: active.source, ...place })
            : t('foundBySource', { source: active.source })}
      </p>
      <div className="flex flex-wrap gap-1">
        {CHOICES.filter(({ state }) => editable || state !== 'rejected').map(({ state, word, command }) => (
          <button
            key={state}
            type="button"
            title={t(`${word}.hint`)}
            aria-pressed={active.state === state}
            onClick={() => edit({ do: 'judge', id: active.id, as: state }, t(`said.${state}`))}
            className={cx(
              'flex min-h-7 items-center gap-1.5 rounded-md border px-2',
              active.state === state
                ? 'border-accent bg-accent text-accent-ink'
                : 'border-line-strong bg-surface text-ink',
            )}
          >
            {t(`${word}.verb`)} <Keycap of={command} />
          </button>
        ))}
        {active.found ? null : (
          <Button size="sm" onClick={() => edit({ do: 'drop', id: active.id }, t('said.takenOut'))}>
            {t('takeOut')}
          </Button>
        )}
      </div>
      {alike > 1 ? (
        <div className="flex flex-wrap gap-1">
          {CHOICES.filter((choice) => choice.state !== 'left')
            .filter(({ state }) => editable || state !== 'rejected')
            .map(({ state, word }) => (
              <Button
                key={state}
                size="sm"
                kind="quiet"
                onClick={() =>
                  edit({ do: 'judge', id: active.id, as: state, all: true }, t(`${word}.saidAll`, { count }))
                }
              >
                {t(`${word}.all`, { count })}
              </Button>
            ))}
        </div>
      ) : null}
      {editable ? <Edges passage={active} /> : null}
      {active.found ? null : (
        <label className="flex items-center gap-2">
          <span className="shrink-0">{t('itIs')}</span>
          <Select
            value={active.type}
            options={types.map((type) => ({ value: type, label: type }))}
            onChange={({ target }) =>
              edit({ do: 'name', id: active.id, type: target.value }, t('said.named', { type: target.value }))
            }
          />
        </label>
      )}
    </div>
  )
}

/** By a character, and with a second press beside it by a word; the keys do the same in the list. */
function Edges({ passage }: { passage: Passage }) {
  const t = useT('passages')
  const move = useMove()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {(['start', 'end'] as const).map((edge) => (
        <span key={edge} role="group" aria-label={t(`${edge}.name`)} className="flex items-center gap-1">
          <span className="text-xs text-ink-soft" title={t(`${edge}.keys`)}>
            {t(`${edge}.name`)}
          </span>
          {([-1, 1] as const).map((by) => (
            <span key={by} className="contents">
              {(by === -1 ? (['word', 'character'] as const) : (['character', 'word'] as const)).map(
                (unit) => (
                  <Button
                    key={unit}
                    size="sm"
                    aria-label={t(`${edge}.${by === 1 ? 'further' : 'back'}.${unit}`)}
                    title={t(`one.${by === 1 ? 'further' : 'back'}.${unit}`)}
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

/** The key that this person has for a command, where there is a keyboard. */
function Keycap({ of }: { of: Command }) {
  const t = useT('keys')
  const name = keyName(useKeymap(), of, t('space'))
  return name === null ? null : (
    <span aria-hidden className="max-lg:hidden">
      <Kbd>{name}</Kbd>
    </span>
  )
}
