'use client'

import { DialogButton } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { ACTION, ACTION_ORDER } from '@/lib/review/labels'

const OTHERS: readonly [keys: readonly string[], what: string][] = [
  [['1', '…', '9'], 'choose a reason; without an action also its usual one'],
  [['⏎'], 'submit'],
  [['S', 'J'], 'skip to the next case'],
  [['E'], 'ask a lead, on a case from the queue'],
  [['U'], 'take the last vote from the queue back, for ten seconds'],
  [['Space'], 'show the text'],
  [['A'], 'add the selected words to what is redacted'],
  [['N'], 'write a note'],
  [['?'], 'this sheet'],
]

/** Every key of this page. They rest while you type and when Ctrl, Alt or ⌘ is held. */
export function ShortcutSheet() {
  return (
    <span data-shortcuts className="max-lg:hidden">
      <DialogButton label="Keys ?" title="Keys of this page" kind="quiet" size="sm">
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
          {ACTION_ORDER.map((action) => (
            <Row
              key={action}
              keys={[ACTION[action].key.toUpperCase()]}
              what={ACTION[action].verb.toLowerCase()}
            />
          ))}
          {OTHERS.map(([keys, what]) => (
            <Row key={what} keys={keys} what={what} />
          ))}
        </dl>
        <p className="text-sm text-ink-soft">They rest while you type, and when Ctrl, Alt or ⌘ is held.</p>
      </DialogButton>
    </span>
  )
}

function Row({ keys, what }: { keys: readonly string[]; what: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (key === '…' ? <span key={key}>…</span> : <Kbd key={key}>{key}</Kbd>))}
      </dt>
      <dd>{what}</dd>
    </>
  )
}
