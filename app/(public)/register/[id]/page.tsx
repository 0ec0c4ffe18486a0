import type { Metadata } from 'next'
import { cache } from 'react'
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

/** Read once for the page and its title. */
const entryOf = cache((id: string) => orNotFound(registerEntryView(id)))

export async function generateMetadata({ params }: PageProps<'/register/[id]'>): Promise<Metadata> {
  const entry = await entryOf((await params).id)
  return { title: await headingOf(entry) }
}

/** In the tab, too: it is what is said first of a page. */
async function headingOf({ notice }: PublicEntry): Promise<string> {
  const [t, label] = await Promise.all([getT('register'), getT('labels.takedownKind')])
  if (!notice) return t('rescinded.heading')
  return t('notice.heading', { kind: label(notice.kind), dataset: await nameOf(notice.dataset) })
}

const nameOf = cache(
  async (slug: string): Promise<string> =>
    (await datasetOptions()).find((dataset) => dataset.slug === slug)?.name ?? slug,
)

export default async function RegisterEntryPage({ params }: PageProps<'/register/[id]'>) {
  const entry = await entryOf((await params).id)
  const [t, locale] = await Promise.all([getT('register'), localeOfReader()])
  const trail = [{ href: paths.register(), label: t('title') }]
  const { notice } = entry
  if (!notice) return <Rescinded entry={entry} trail={trail} />
  const name = await nameOf(notice.dataset)
  const day = (text: string) => formatDate(new Date(text), false, locale)
  return (
    <>
      <PageHeader
        trail={trail}
        title={await headingOf(entry)}
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
