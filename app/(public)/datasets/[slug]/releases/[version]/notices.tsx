import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'

const TITLES = {
  withdrawn: 'This release was withdrawn',
  superseded_for_legal_reasons: 'This release was superseded for legal reasons',
  removed_for_legal_reasons: 'The files of this release were removed for legal reasons',
} as const

/** What had to be said of a release since it was published. */
export function Notices({ release }: { release: ReleaseView }) {
  return release.notices.map((kind) => (
    <Callout key={kind} tone="bad" title={TITLES[kind]}>
      Do not use it, and delete copies made from it where you can.{' '}
      <a href={paths.dataset(release.dataset.slug)}>The dataset’s page</a> has the newest one. The files stay,
      so that what was said of them can be checked.
    </Callout>
  ))
}
