import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import { NOTICE } from '@/lib/releases/labels'
import type { ReleaseView } from '@/lib/releases/queries'

/** What had to be said of a release since it was published. */
export function Notices({ release }: { release: ReleaseView }) {
  return release.notices.map(({ kind, reason, at }) => (
    <Callout key={kind} tone="bad" title={NOTICE[kind].title}>
      {reason ? <p className="whitespace-pre-line wrap-anywhere">{reason}</p> : null}
      <p>
        Do not use it, and delete copies made from it where you can.{' '}
        <a href={paths.dataset(release.dataset.slug)}>The dataset’s page</a> has the newest one.{' '}
        {release.removed
          ? 'What the files were called and what their digests were stays below; the log still has this release.'
          : 'The files stay, so that what was said of them can be checked.'}
      </p>
      <p className="text-sm">
        Said <Timestamp at={new Date(at)} show="full" />.
      </p>
    </Callout>
  ))
}
