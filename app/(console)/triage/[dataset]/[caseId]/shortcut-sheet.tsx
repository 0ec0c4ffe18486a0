'use client'

import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { useKeymap } from '@/components/keys/keymap'
import { DialogButton } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { type Command, type Keymap, keyName, PAGE_COMMANDS, PASSAGE_COMMANDS } from '@/lib/keyboard/labels'

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
        {keymap.enabled ? <PageKeys keymap={keymap} /> : <p>{t('sheet.off')}</p>}
        <PassageKeys keymap={keymap} />
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

function PageKeys({ keymap }: { keymap: Keymap }) {
  const t = useT('keys.sheet')
  return (
    <dl className={list}>
      <Commands commands={PAGE_COMMANDS} keymap={keymap} />
      <Row what={t('reason')}>1 – 9</Row>
      <Row what={t('enter')}>⏎</Row>
    </dl>
  )
}

function PassageKeys({ keymap }: { keymap: Keymap }) {
  const t = useT('keys.sheet')
  return (
    <section>
      <h3 className="mb-2 text-sm font-medium">{t('passages.title')}</h3>
      <dl className={list}>
        <Commands commands={PASSAGE_COMMANDS} keymap={keymap} />
        <Row what={t('passages.go')}>↑ ↓</Row>
        <Row what={t('passages.end')}>← →</Row>
        <Row what={t('passages.start')}>{t('passages.keycap.shift')}</Row>
        <Row what={t('passages.out')}>{t('passages.keycap.delete')}</Row>
        <Row what={t('passages.undo')}>{t('passages.keycap.undo')}</Row>
        <Row what={t('passages.text')}>{t('passages.keycap.text')}</Row>
      </dl>
    </section>
  )
}

const list = 'grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm'

function Commands({ commands, keymap }: { commands: readonly Command[]; keymap: Keymap }) {
  const t = useT('keys')
  return commands.map((command) => (
    <Row key={command} what={t(`command.${command}`)}>
      {keyName(keymap, command, t('space'))}
    </Row>
  ))
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
