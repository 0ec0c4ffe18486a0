import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { histogram, type Scored, scoredDetectors } from '@/lib/bulk/histogram'
import { versionOf } from '@/lib/review/opened'
import { bandSettingsOf } from '@/lib/bulk/settings'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { BandForm } from './band-form'
import { BandSettings } from './band-settings'
import { Histogram } from './histogram'
import { OfForm, ofValue } from './of-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('bands')
  return { title: t('title') }
}

/** How a detector scores the open cases, and the way to decide a band of them: a sample one by one first. */
export default async function BandsPage({ params, searchParams }: PageProps<'/triage/[dataset]/bands'>) {
  const { dataset: slug } = await params
  const { of } = await searchParams
  const actor = await requireMemberPage(paths.bands(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const [t, bulk, triage] = await Promise.all([getT('bands'), getT('bulk'), getT('triage')])
  const trail = [
    { href: paths.triage({ dataset: slug }), label: triage('title') },
    { href: paths.bulks(slug), label: bulk('title') },
  ]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={bulk('cannot')}>{denied}</EmptyState>
      </>
    )
  const [scored, settings, [policy]] = await Promise.all([
    scoredDetectors(dataset.id),
    bandSettingsOf(dataset.id),
    bulkPolicies(actor, [{ datasetId: dataset.id }]),
  ])
  const chosen = scored.find((one) => ofValue(one) === of) ?? scored[0]
  return (
    <>
      <PageHeader title={t('title')} trail={trail} lead={t('lead')} />
      {!chosen || !policy ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : (
        <>
          <OfForm scored={scored} chosen={chosen} />
          <Bars datasetId={dataset.id} chosen={chosen} />
          <Section title={t('choose')}>
            <BandForm policy={policy} chosen={chosen} settings={settings} />
          </Section>
        </>
      )}
      <Section title={t('settingsTitle')}>
        <BandSettings datasetId={dataset.id} opened={versionOf(settings)} settings={settings} />
      </Section>
    </>
  )
}

async function Bars({ datasetId, chosen }: { datasetId: string; chosen: Scored }) {
  const t = await getT('bands')
  return (
    <Section title={t('scoresOf', { detector: chosen.detector, category: chosen.categoryLabel })}>
      <Histogram bars={await histogram(datasetId, chosen)} />
    </Section>
  )
}
