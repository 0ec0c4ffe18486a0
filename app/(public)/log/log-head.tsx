import Link from 'next/link'
import { CodeBlock } from '@/components/ui/code-block'
import { Callout } from '@/components/ui/callout'
import type { CheckpointView } from '@/lib/log/queries'
import { paths } from '@/lib/paths'

/** The signed state of the log and the key that checks it. */
export function LogHead({ checkpoint, vkey }: { checkpoint: CheckpointView | null; vkey: string }) {
  if (!checkpoint)
    return (
      <Callout title="The log is empty">Its first checkpoint is signed as soon as the worker runs.</Callout>
    )
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="min-w-0">
        <CodeBlock caption="Latest checkpoint: origin, size, root hash, signature" code={checkpoint.note} />
        <p className="mt-1 text-sm text-ink-soft">
          For programs:{' '}
          <a href={paths.checkpoint()} className="link">
            {paths.checkpoint()}
          </a>
        </p>
      </div>
      <div className="min-w-0">
        <CodeBlock caption="Key that verifies it (signed note, Ed25519)" code={vkey} />
        <p className="mt-1 text-sm text-ink-soft">
          For programs:{' '}
          <a href={paths.vkey()} className="link">
            {paths.vkey()}
          </a>
          .{' '}
          <Link href={paths.logKey()} className="link">
            How to check it yourself
          </Link>
          , with openssl alone.
        </p>
      </div>
    </div>
  )
}
