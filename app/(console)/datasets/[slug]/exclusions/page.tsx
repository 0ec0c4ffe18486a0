import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LandedNote } from '@/components/ui/landed-note'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { sourceReasons } from '@/lib/review/source-reasons'
import { whyRecused } from '@/lib/review/voters'
import { exclusionsOf } from '@/lib/takedowns/exclusions'
import { ExclusionTable } from './exclusion-table'
import { KeepOutForm } from './keep-out-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('suppression')
  return { title: t('title') }
}

export default async function ExclusionsPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/exclusions'>) {
  const [{ slug }, { ended }, t] = await Promise.all([params, searchParams, getT('suppression')])
  const actor = await requireMemberPage(paths.exclusions(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'takedown.view', dataset.id)
  const exclusions = denied ? [] : await exclusionsOf(actor, dataset.id)
  const decides = !denied && !cannot(actor, 'source.decide', dataset.id)
  const recused = decides ? await whyRecused(actor, dataset.id) : undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
      />
      {ended !== undefined && !denied ? <LandedNote of="ended">{t('ended')}</LandedNote> : null}
      {denied ? (
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      ) : exclusions.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <ExclusionTable slug={slug} exclusions={exclusions} />
      )}
      {decides ? (
        <Section title={t('keepOut.title')}>
          {recused ? (
            <p className="text-ink-soft">{recused}</p>
          ) : (
            <div className="max-w-form">
              <KeepOutForm
                datasetId={dataset.id}
                reasons={await sourceReasons(dataset.id, 'remove')}
                territories={dataset.territories}
                authorField={dataset.authorField}
              />
            </div>
          )}
        </Section>
      ) : null}
    </>
  )
}
