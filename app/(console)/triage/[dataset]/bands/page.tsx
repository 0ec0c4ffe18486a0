import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { histogram, type Scored, scoredDetectors } from '@/lib/bulk/histogram'
import { bandSettingsOf } from '@/lib/bulk/settings'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { BandForm } from './band-form'
import { BandSettings } from './band-settings'
import { Histogram } from './histogram'
import { OfForm, ofValue } from './of-form'

export const metadata: Metadata = { title: 'Bands of scores' }

/** How a detector scores the open cases, and the way to decide a band of them: a sample one by one first. */
export default async function BandsPage({ params, searchParams }: PageProps<'/triage/[dataset]/bands'>) {
  const { dataset: slug } = await params
  const { of } = await searchParams
  const actor = await requireMemberPage(paths.bands(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [
    { href: paths.triage({ dataset: slug }), label: 'Triage' },
    { href: paths.bulks(slug), label: 'Bulk decisions' },
  ]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Bands of scores" trail={trail} />
        <EmptyState title="You cannot decide many cases at once">{denied}</EmptyState>
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
      <PageHeader
        title="Bands of scores"
        trail={trail}
        lead="Where a detector scores its findings alike, they are often alike. Choose a band; a sample of it, drawn by lot, is decided one by one; and only when that agrees well enough can the rest be decided at once."
      />
      {!chosen || !policy ? (
        <EmptyState title="No scores">No open case was flagged by a detector.</EmptyState>
      ) : (
        <>
          <OfForm scored={scored} chosen={chosen} />
          <Bars datasetId={dataset.id} chosen={chosen} />
          <Section title="Choose a band">
            <BandForm policy={policy} chosen={chosen} settings={settings} />
          </Section>
        </>
      )}
      <Section title="What a sample has to show">
        <BandSettings datasetId={dataset.id} settings={settings} />
      </Section>
    </>
  )
}

async function Bars({ datasetId, chosen }: { datasetId: string; chosen: Scored }) {
  return (
    <Section title={`Scores of ${chosen.detector}: ${chosen.categoryLabel}`}>
      <Histogram bars={await histogram(datasetId, chosen)} />
    </Section>
  )
}
