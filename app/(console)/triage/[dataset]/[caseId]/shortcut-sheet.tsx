'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useT } from '#i18n'
import { useKeymap } from '@/components/keys/keymap'
import { DialogButton } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { paths } from '@/lib/paths'
import { COMMANDS, type Keymap, keyName } from '@/lib/keyboard/labels'

/** Every key of this page, as its reader has them. */
export function ShortcutSheet() {
  const t = useT('keys')
  const keymap = useKeymap()
  const help = keyName(keymap, 'help', t('space'))
  return (
    <span data-shortcuts className="max-lg:hidden">
      <DialogButton
        label={help === null ? t('sheet.button') : t('sheet.buttonWithKey', { key: help })}
        title={t('sheet.title')}
        kind="quiet"
        size="sm"
      >
        {keymap.enabled ? <Sheet keymap={keymap} /> : <p>{t('sheet.off')}</p>}
        <p className="text-sm text-ink-soft">
          {keymap.enabled ? t('sheet.rest') : null}{' '}
          <Link href={paths.accountKeys()} className="link">
            {keymap.enabled ? t('sheet.choose') : t('sheet.switchOn')}
          </Link>
        </p>
      </DialogButton>
    </span>
  )
}

function Sheet({ keymap }: { keymap: Keymap }) {
  const t = useT('keys')
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
      {COMMANDS.map((command) => (
        <Row key={command} what={t(`command.${command}`)}>
          {keyName(keymap, command, t('space'))}
        </Row>
      ))}
      <Row what={t('sheet.reason')}>1 – 9</Row>
      <Row what={t('sheet.submit')}>⏎</Row>
    </dl>
  )
}

function Row({ what, children }: { what: string; children: ReactNode }) {
  const t = useT('keys.sheet')
  return (
    <>
      <dt>
        {children === null ? <span className="text-ink-faint">{t('none')}</span> : <Kbd>{children}</Kbd>}
      </dt>
      <dd>{what}</dd>
    </>
  )
}
