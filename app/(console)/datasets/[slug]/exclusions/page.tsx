import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LandedNote } from '@/components/ui/landed-note'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { sourceReasons } from '@/lib/review/source-reasons'
import { exclusionsOf } from '@/lib/takedowns/exclusions'
import { ExclusionTable } from './exclusion-table'
import { KeepOutForm } from './keep-out-form'

export const metadata: Metadata = { title: 'Standing exclusions' }

export default async function ExclusionsPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/exclusions'>) {
  const [{ slug }, { ended }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.exclusions(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'takedown.view', dataset.id)
  const exclusions = denied ? [] : await exclusionsOf(actor, dataset.id)
  const decides = !denied && !cannot(actor, 'source.decide', dataset.id)
  return (
    <>
      <PageHeader
        title="Standing exclusions"
        lead="Sources that are kept out of every revision and release. Which they are is stored as a fingerprint that nobody can read back; rows are held against it at import and when a release is made. Everybody may know how many there are, nobody which."
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
      />
      {ended !== undefined && !denied ? (
        <LandedNote of="ended">The exclusion is ended, and listed below as such.</LandedNote>
      ) : null}
      {denied ? (
        <EmptyState title="You cannot see these">{denied}</EmptyState>
      ) : exclusions.length === 0 ? (
        <EmptyState title="No source is kept out">
          An opt-out that is upheld in triage makes an exclusion, a lead’s decision about where an item comes
          from does, and so does the form below.
        </EmptyState>
      ) : (
        <ExclusionTable slug={slug} exclusions={exclusions} />
      )}
      {decides ? (
        <Section title="Keep a source out">
          <div className="max-w-form">
            <KeepOutForm
              datasetId={dataset.id}
              reasons={await sourceReasons(dataset.id, 'remove')}
              territories={dataset.territories}
              authorField={dataset.authorField}
            />
          </div>
        </Section>
      ) : null}
    </>
  )
}
