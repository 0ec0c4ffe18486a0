'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useKeymap } from '@/components/keys/keymap'
import { DialogButton } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { paths } from '@/lib/paths'
import { COMMANDS, type Keymap, keyName, SHORTCUT } from '@/lib/keyboard/labels'

/** Every key of this page, as its reader has them. */
export function ShortcutSheet() {
  const keymap = useKeymap()
  const help = keyName(keymap, 'help')
  return (
    <span data-shortcuts className="max-lg:hidden">
      <DialogButton label={`Keys ${help ?? ''}`.trim()} title="Keys of this page" kind="quiet" size="sm">
        {keymap.enabled ? (
          <Sheet keymap={keymap} />
        ) : (
          <p>You switched single keys off. Tab, Enter and Space work as everywhere.</p>
        )}
        <p className="text-sm text-ink-soft">
          {keymap.enabled ? 'They rest while you type, and when Ctrl, Alt or ⌘ is held. ' : null}
          <Link href={paths.accountKeys()} className="link">
            {keymap.enabled ? 'Choose other keys, or switch them off' : 'Switch them on'}
          </Link>
        </p>
      </DialogButton>
    </span>
  )
}

function Sheet({ keymap }: { keymap: Keymap }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
      {COMMANDS.map((command) => (
        <Row key={command} what={SHORTCUT[command].what}>
          {keyName(keymap, command) ?? null}
        </Row>
      ))}
      <Row what="choose a reason; without an action also its usual one">1 – 9</Row>
      <Row what="submit">⏎</Row>
    </dl>
  )
}

function Row({ what, children }: { what: string; children: ReactNode }) {
  return (
    <>
      <dt>{children === null ? <span className="text-ink-faint">no key</span> : <Kbd>{children}</Kbd>}</dt>
      <dd>{what}</dd>
    </>
  )
}
