import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StackedBar } from '@/components/ui/stacked-bar'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { formatBytes, formatDate } from '@/lib/format'
import { paths } from '@/lib/paths'
import { NOTICE } from '@/lib/releases/labels'
import { releaseByVersion, type ReleaseView } from '@/lib/releases/queries'
import { env } from '@/lib/runtime/env'
import { CheckIt } from './check-it'
import { Notices } from './notices'
import { ReleaseFacts } from './release-facts'
import { ReleaseFiles } from './release-files'
import { UseIt } from './use-it'

type Props = PageProps<'/datasets/[slug]/releases/[version]'>

async function load({ params }: Props): Promise<ReleaseView> {
  const { slug, version } = await params
  return (await releaseByVersion(slug, version)) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const release = await load(props)
  return { title: `${release.dataset.name} ${release.name}` }
}

export default async function ReleasePage(props: Props) {
  const [actor, release] = await Promise.all([currentActor(), load(props)])
  const { slug, name } = release.dataset
  const withdraws = actor !== null && can(actor, 'release.publish', release.dataset.id) && !release.removed
  const bytes = release.files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <>
      <PageHeader
        title={`${name} ${release.name}`}
        lead={
          release.publishedAt
            ? `What is left of revision ${release.revisionNumber} after every decision in force on ${formatDate(release.publishedAt)}.`
            : undefined
        }
        badges={<StateBadge release={release} />}
        trail={[
          { href: paths.datasets(), label: 'Datasets' },
          { href: paths.dataset(slug), label: name },
        ]}
        actions={
          <>
            {withdraws ? (
              <LinkButton href={paths.releaseWithdraw(slug, release.name)} kind="quiet">
                Withdraw…
              </LinkButton>
            ) : null}
            {release.removed ? null : (
              <a
                href={paths.releaseBag(slug, release.name)}
                className={buttonClass({ kind: 'primary', size: 'lg' })}
                download
              >
                {`Download release (${formatBytes(bytes)})`}
              </a>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-3 empty:hidden">
        <Notices release={release} />
        {release.isHead ? null : (
          <Callout tone="warn" title="There is a newer release">
            People may have asked to be taken out since. Use the latest one from{' '}
            <a href={paths.dataset(slug)}>the dataset’s page</a>.
          </Callout>
        )}
        {env().mode === 'demo' ? (
          <Callout title="This is a demonstration">
            The dataset is invented, and so is everything decided about it.
          </Callout>
        ) : null}
      </div>
      {release.rows ? (
        <Section title="What happened to the rows">
          <StackedBar
            caption={`Rows of ${name} ${release.name} by what happened to them`}
            parts={[
              { label: 'Kept as they are', value: release.rows.untouched, fill: 'kept' },
              { label: 'Kept, parts redacted', value: release.rows.redacted, fill: 'redacted' },
              { label: 'Removed', value: release.rows.removed, fill: 'removed' },
              { label: 'For registered holders only', value: release.rows.restricted, fill: 'restricted' },
            ]}
          />
        </Section>
      ) : null}
      {release.removed ? null : (
        <>
          <UseIt release={release} url={env().url} />
          <CheckIt release={release} />
        </>
      )}
      <ReleaseFacts release={release} />
      <ReleaseFiles release={release} />
    </>
  )
}

function StateBadge({ release }: { release: ReleaseView }) {
  const said = release.notices.at(-1)
  if (said) return <Badge tone="bad">{NOTICE[said.kind].badge}</Badge>
  return release.isHead ? <Badge tone="good">Latest</Badge> : <Badge tone="warn">Superseded</Badge>
}
