import { useT } from '#i18n'
import { CodeBlock } from '@/components/ui/code-block'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import type { CheckpointView } from '@/lib/log/queries'
import { paths } from '@/lib/paths'

/** The signed state of the log and the key that checks it. */
export function LogHead({ checkpoint, vkey }: { checkpoint: CheckpointView | null; vkey: string }) {
  const t = useT('log')
  if (!checkpoint) return <Callout title={t('head.empty.title')}>{t('head.empty.text')}</Callout>
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="min-w-0">
        <CodeBlock caption={t('head.checkpoint')} code={checkpoint.note} />
        <p className="mt-1 text-sm text-ink-soft">
          {t.rich('programs', {
            address: paths.checkpoint(),
            link: (words) => (
              <a href={paths.checkpoint()} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
      <div className="min-w-0">
        <CodeBlock caption={t('head.key')} code={vkey} />
        <p className="mt-1 text-sm text-ink-soft">
          {t.rich('head.programs', {
            address: paths.vkey(),
            link: (words) => (
              <a href={paths.vkey()} className="link">
                {words}
              </a>
            ),
            how: (words) => (
              <Link href={paths.logKey()} className="link">
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
    </div>
  )
}
