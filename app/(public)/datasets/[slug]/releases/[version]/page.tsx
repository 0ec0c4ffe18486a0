import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { Messages } from '@/app/messages'
import { Badge } from '@/components/ui/badge'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StackedBar } from '@/components/ui/stacked-bar'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { formatBytes, formatDate } from '@/lib/format'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
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
  const [actor, release, t, locale] = await Promise.all([
    currentActor(),
    load(props),
    getT('releases.page'),
    localeOfReader(),
  ])
  const { slug, name } = release.dataset
  const withdraws = actor !== null && can(actor, 'release.publish', release.dataset.id) && !release.removed
  const bytes = release.files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <>
      <PageHeader
        title={`${name} ${release.name}`}
        lead={
          release.publishedAt
            ? t('lead', {
                revision: String(release.revisionNumber),
                date: formatDate(release.publishedAt, false, locale),
              })
            : undefined
        }
        badges={<StateBadge release={release} />}
        trail={[
          { href: paths.datasets(), label: t('datasets') },
          { href: paths.dataset(slug), label: name },
        ]}
        actions={
          <>
            {withdraws ? (
              <LinkButton href={paths.releaseWithdraw(slug, release.name)} kind="quiet">
                {t('withdraw')}
              </LinkButton>
            ) : null}
            {release.removed ? null : (
              <a
                href={paths.releaseBag(slug, release.name)}
                className={buttonClass({ kind: 'primary', size: 'lg' })}
                download
              >
                {t('download', { size: formatBytes(bytes) })}
              </a>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-3 empty:hidden">
        <Notices release={release} />
        {release.isHead ? null : (
          <Callout tone="warn" title={t('newer.title')}>
            {t.rich('newer.text', { link: (words) => <a href={paths.dataset(slug)}>{words}</a> })}
          </Callout>
        )}
        {env().mode === 'demo' ? <Callout title={t('demo.title')}>{t('demo.text')}</Callout> : null}
      </div>
      {release.rows ? (
        <Section title={t('rows.title')}>
          <StackedBar
            caption={t('rows.caption', { name: `${name} ${release.name}` })}
            parts={[
              { label: t('rows.untouched'), value: release.rows.untouched, fill: 'kept' },
              { label: t('rows.redacted'), value: release.rows.redacted, fill: 'redacted' },
              { label: t('rows.removed'), value: release.rows.removed, fill: 'removed' },
              { label: t('rows.restricted'), value: release.rows.restricted, fill: 'restricted' },
            ]}
          />
        </Section>
      ) : null}
      {release.removed ? null : (
        <>
          <UseIt release={release} url={env().url} />
          <Messages areas={['releaseCheck']}>
            <CheckIt release={release} />
          </Messages>
        </>
      )}
      <ReleaseFacts release={release} />
      <ReleaseFiles release={release} />
    </>
  )
}

function StateBadge({ release }: { release: ReleaseView }) {
  const t = useT('releases')
  const said = release.notices.at(-1)
  if (said) return <Badge tone="bad">{t(`notice.${said.kind}.badge`)}</Badge>
  return release.isHead ? (
    <Badge tone="good">{t('page.latest')}</Badge>
  ) : (
    <Badge tone="warn">{t('page.superseded')}</Badge>
  )
}
