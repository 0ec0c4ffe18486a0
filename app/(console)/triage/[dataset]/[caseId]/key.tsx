'use client'

import { useT } from '#i18n'
import { useKeymap } from '@/components/keys/keymap'
import { Kbd } from '@/components/ui/kbd'
import { type Command, keyName } from '@/lib/keyboard/labels'

/** A key named on a control; not where there is no keyboard, no script that listens, nor when single keys are switched off. */
export function Key({ children }: { children: string | number }) {
  const { enabled } = useKeymap()
  if (!enabled) return null
  return (
    <span aria-hidden="true" className="max-lg:hidden noscript:hidden">
      <Kbd>{children}</Kbd>
    </span>
  )
}

/** The key that this person has for a command, if any. */
export function CommandKey({ of }: { of: Command }) {
  const t = useT('keys')
  const name = keyName(useKeymap(), of, t('space'))
  return name === null ? null : <Key>{name}</Key>
}
