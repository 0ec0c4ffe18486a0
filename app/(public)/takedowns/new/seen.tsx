import { useT } from '#i18n'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { maintainersSee } from '@/lib/takedowns/who-reads'

/** What becomes public of a request, and who sees the rest: said before anything is sent. */
export function Seen({ kind, rights = [] }: { kind: TakedownKind; rights?: readonly string[] }) {
  const t = useT('takedowns.seen')
  const readers = useT('takedowns.readers')
  const lines = [
    t('public'),
    ...(kind === 'privacy' ? [t('counted')] : kind === 'complaint' ? [] : [t('register')]),
    ...(kind === 'counter_notice' ? [t('opponent')] : []),
    readers('who'),
    readers(maintainersSee(kind)),
    ...(kind === 'illegal_content' ? [t('officers')] : []),
    t('erased'),
    ...(kind === 'copyright' ? [t('kept')] : []),
    ...(kind === 'privacy' && rights.includes('restriction') ? [t('keptForATime')] : []),
  ]
  return (
    <section className="text-base">
      <h2 className="text-lg font-medium">{t('title')}</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 ps-6 text-ink-soft">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
