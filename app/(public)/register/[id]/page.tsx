import type { Metadata } from 'next'
import { useLocale, useT } from '#i18n'
import { NoticeFacts } from '@/components/register/notice-facts'
import { Callout } from '@/components/ui/callout'
import { PageHeader, Section } from '@/components/ui/page-header'
import { datasetOptions } from '@/lib/datasets/options'
import { formatDate } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { type PublicEntry, registerEntryView } from '@/lib/register/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('register')
  return { title: t('title') }
}

export default async function RegisterEntryPage({ params }: PageProps<'/register/[id]'>) {
  const entry = await orNotFound(registerEntryView((await params).id))
  const [t, label, locale] = await Promise.all([
    getT('register'),
    getT('labels.takedownKind'),
    localeOfReader(),
  ])
  const trail = [{ href: paths.register(), label: t('title') }]
  const { notice } = entry
  if (!notice) return <Rescinded entry={entry} trail={trail} />
  const name = (await datasetOptions()).find(({ slug }) => slug === notice.dataset)?.name ?? notice.dataset
  const day = (text: string) => formatDate(new Date(text), false, locale)
  return (
    <>
      <PageHeader
        trail={trail}
        title={t('notice.heading', { kind: label(notice.kind), dataset: name })}
        lead={t('notice.lead', { received: day(notice.received), decided: day(notice.decided) })}
      />
      <NoticeFacts notice={notice} dataset={name} standing={entry.standing} now={entry.now} />
      <Section title={t('notice.missing.title')}>
        <p className="max-w-prose text-sm text-ink-soft">{t('notice.missing.text')}</p>
        <Address id={entry.id} />
      </Section>
    </>
  )
}

function Rescinded({ entry, trail }: { entry: PublicEntry; trail: { href: string; label: string }[] }) {
  const t = useT('register')
  const locale = useLocale()
  const { rescinded } = entry
  return (
    <>
      <PageHeader trail={trail} title={t('rescinded.heading')} lead={t('rescinded.text')} />
      {rescinded ? (
        <Callout title={t('rescinded.on', { date: formatDate(new Date(rescinded.on), false, locale) })}>
          {t(`rescinded.why.${rescinded.why}`)}
        </Callout>
      ) : null}
      <Address id={entry.id} />
    </>
  )
}

function Address({ id }: { id: string }) {
  const t = useT('register.notice')
  return (
    <p className="mt-3 max-w-prose text-sm text-ink-soft">
      {t.rich('address', {
        json: (words) => (
          <a href={paths.registerEntryJson(id)} className="link">
            {words}
          </a>
        ),
      })}
    </p>
  )
}
