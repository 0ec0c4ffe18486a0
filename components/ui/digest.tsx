import { useT } from '#i18n'
import { shortenDigest } from '@/lib/format'
import { CopyButton } from './copy-button'

/** A digest or another long identifier, shortened in the middle; hover shows and the button copies all of it. */
export function Digest({ value, copy = true, subject }: { value: string; copy?: boolean; subject?: string }) {
  const t = useT('forms.copy')
  return (
    <span className="inline-flex items-center gap-1 align-baseline">
      <code title={value} className="font-mono text-[0.9em] whitespace-nowrap">
        {shortenDigest(value)}
      </code>
      {copy ? <CopyButton text={value} subject={subject ?? t('digest')} /> : null}
    </span>
  )
}
