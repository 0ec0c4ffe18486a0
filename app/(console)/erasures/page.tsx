import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { lookedFor } from '@/lib/erasure/input'
import { previewErasure } from '@/lib/erasure/preview'
import { erasures } from '@/lib/erasure/queries'
import { AppError } from '@/lib/errors'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { EraseForm } from './erase-form'
import { ErasureTable } from './erasure-table'
import { LookFor } from './look-for'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('erasures')
  return { title: t('title') }
}

export default async function ErasuresPage({ searchParams }: PageProps<'/erasures'>) {
  const actor = await requireMemberPage(paths.erasures())
  const t = await getT('erasures')
  const [rows, datasets] = await Promise.all([orNotFound(erasures(actor)), datasetOptions()])
  const { dataset, name } = await searchParams
  const looked = typeof dataset === 'string' && typeof name === 'string' ? { dataset, name } : null
  const found = looked ? await lookUp(looked) : null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={found?.preview ? t('preview.title') : t('something')}>
        {found?.preview && found.subject ? (
          <EraseForm preview={found.preview} subject={found.subject} />
        ) : (
          <LookFor datasets={datasets} looked={looked} problem={found?.problem} />
        )}
      </Section>
      <Section title={t('soFar')}>
        {rows.length === 0 ? (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        ) : (
          <ErasureTable rows={rows} />
        )}
      </Section>
    </>
  )

  async function lookUp({ dataset: slug, name: typed }: { dataset: string; name: string }) {
    const parsed = lookedFor(slug, typed)
    if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? t('input.what') }
    try {
      return { subject: parsed.data, preview: await previewErasure(actor, parsed.data) }
    } catch (error) {
      if (error instanceof AppError) return { problem: error.message }
      throw error
    }
  }
}
