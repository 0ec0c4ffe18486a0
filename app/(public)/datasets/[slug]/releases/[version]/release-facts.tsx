import { useT } from '#i18n'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { disclosureSentence } from '@/lib/datasets/labels'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'

export function ReleaseFacts({ release }: { release: ReleaseView }) {
  const t = useT('releases.facts')
  const { slug, licence } = release.dataset
  return (
    <Section title={t('title')}>
      <DescriptionList
        items={[
          {
            term: t('published'),
            detail: release.publishedAt ? <Timestamp at={release.publishedAt} show="full" /> : t('notYet'),
          },
          {
            term: t('base'),
            detail: (
              <Link href={paths.revision(slug, release.revisionNumber)} className="link">
                {t('revision', { number: String(release.revisionNumber) })}
              </Link>
            ),
          },
          {
            term: t('previous'),
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
                      {t('whatChanged')}
                    </Link>
                    )
                  </>
                ) : null}
              </>
            ) : (
              t('first')
            ),
          },
          {
            term: t('profile'),
            detail: release.profile === 'world' ? t('world') : t('territory', { profile: release.profile }),
          },
          { term: t('licence'), detail: licence },
          { term: t('disclosure'), detail: disclosureSentence(release.disclosure) },
          { term: t('labelled'), detail: <Count value={release.labelled} /> },
          { term: t('reasons'), detail: <Reasons reasons={release.reasons} /> },
          {
            term: t('log'),
            detail:
              release.logIndex === null
                ? t('logWaits')
                : t.rich('logEntry', {
                    index: () => <Count value={release.logIndex ?? 0} />,
                    link: (words) => (
                      <Link href={paths.log()} className="link">
                        {words}
                      </Link>
                    ),
                  }),
          },
          ...(release.digest
            ? [
                {
                  term: t('digest', { file: 'release.json' }),
                  detail: <Digest value={release.digest} copy subject="release.json" />,
                },
              ]
            : []),
          {
            term: t('digest', { file: 'manifest-sha256.txt' }),
            detail: <Digest value={release.manifestDigest} copy subject="manifest-sha256.txt" />,
          },
        ]}
      />
    </Section>
  )
}

function Reasons({ reasons }: { reasons: ReleaseView['reasons'] }) {
  const t = useT('releases.facts')
  if (reasons === null) return t('reasonsUntold')
  if (reasons.length === 0) return t('reasonsNone')
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
