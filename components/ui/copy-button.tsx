'use client'

import { useState } from 'react'
import { useT } from '#i18n'
import { buttonClass } from './button'

/** Copies `text`; says so in words, and says so when the browser refuses. */
export function CopyButton({ text, label, subject }: { text: string; label?: string; subject?: string }) {
  const t = useT('forms.copy')
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // No permission, or not a secure context: the text can still be selected by hand.
      setOutcome('failed')
    }
    setTimeout(() => setOutcome('idle'), 2000)
  }

  return (
    <>
      <button
        type="button"
        onClick={copy}
        className={`${buttonClass({ kind: 'quiet', size: 'sm' })} no-print`}
      >
        <span>{outcome === 'idle' && label !== undefined ? label : t(outcome)}</span>
        {subject ? <span className="sr-only">{t('of', { subject })}</span> : null}
      </button>
      {/* Empty until something was copied: words that stand there when the page comes are read out with it. */}
      <span aria-live="polite" className="sr-only">
        {outcome === 'idle' ? null : t(outcome)}
      </span>
    </>
  )
}
