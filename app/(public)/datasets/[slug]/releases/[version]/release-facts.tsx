import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { disclosureSentence } from '@/lib/datasets/labels'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'

export function ReleaseFacts({ release }: { release: ReleaseView }) {
  const { slug, licence } = release.dataset
  return (
    <Section title="Where it comes from">
      <DescriptionList
        items={[
          {
            term: 'Published',
            detail: release.publishedAt ? <Timestamp at={release.publishedAt} show="full" /> : 'not yet',
          },
          {
            term: 'Base',
            detail: (
              <Link href={paths.revision(slug, release.revisionNumber)} className="link">
                Revision {release.revisionNumber}
              </Link>
            ),
          },
          {
            term: 'Release before',
            detail: release.previous ? (
              <>
                <Link href={paths.release(slug, release.previous)} className="link">
                  {release.previous}
                </Link>
                {release.hasDiff ? (
                  <>
                    {' '}
                    (
                    <Link href={paths.releaseDiff(slug, release.name)} className="link">
                      what changed
                    </Link>
                    )
                  </>
                ) : null}
              </>
            ) : (
              'none: this is the first'
            ),
          },
          { term: 'Profile', detail: profileSentence(release.profile) },
          { term: 'Licence', detail: licence },
          { term: 'Disclosure', detail: disclosureSentence(release.disclosure) },
          { term: 'Rows with a label', detail: <Count value={release.labelled} /> },
          { term: 'Reasons', detail: <Reasons reasons={release.reasons} /> },
          {
            term: 'In the log',
            detail:
              release.logIndex === null ? (
                'waiting to be sequenced'
              ) : (
                <>
                  Entry <Count value={release.logIndex} /> of{' '}
                  <Link href={paths.log()} className="link">
                    the log
                  </Link>
                </>
              ),
          },
          ...(release.digest
            ? [
                {
                  term: 'Digest of release.json',
                  detail: <Digest value={release.digest} copy subject="release.json" />,
                },
              ]
            : []),
          {
            term: 'Digest of manifest-sha256.txt',
            detail: <Digest value={release.manifestDigest} copy subject="manifest-sha256.txt" />,
          },
        ]}
      />
    </Section>
  )
}

const profileSentence = (profile: string) =>
  profile === 'world'
    ? 'world: every decision holds, wherever it was made to hold'
    : `${profile}: decisions that hold there, or everywhere`

function Reasons({ reasons }: { reasons: ReleaseView['reasons'] }) {
  if (reasons === null)
    return 'not told by this release, so that nobody can be found by subtracting two releases'
  if (reasons.length === 0) return 'nothing was withheld'
  return (
    <ul>
      {reasons.map(({ reason, rows }) => (
        <li key={reason}>
          <code>{reason}</code>: <Count value={rows} />
        </li>
      ))}
    </ul>
  )
}
