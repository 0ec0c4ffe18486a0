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
import { paths } from '@/lib/paths'
import { EraseForm } from './erase-form'
import { ErasureTable } from './erasure-table'
import { LookFor } from './look-for'

export const metadata: Metadata = { title: 'Erasures' }

export default async function ErasuresPage({ searchParams }: PageProps<'/erasures'>) {
  const actor = await requireMemberPage(paths.erasures())
  const [rows, datasets] = await Promise.all([orNotFound(erasures(actor)), datasetOptions()])
  const { dataset, name } = await searchParams
  const looked = typeof dataset === 'string' && typeof name === 'string' ? { dataset, name } : null
  const found = looked ? await lookUp(looked) : null
  return (
    <>
      <PageHeader
        title="Erasures"
        lead="Destroys a text, or what a request says of the person who sent it, everywhere it is kept: content, stored files, index, mailbox, and what opens the log’s entries about it. The log itself stays whole."
      />
      <Section title={found?.preview ? 'What would be destroyed' : 'Erase something'}>
        {found?.preview && found.subject ? (
          <EraseForm preview={found.preview} subject={found.subject} />
        ) : (
          <LookFor datasets={datasets} looked={looked} problem={found?.problem} />
        )}
      </Section>
      <Section title="Erasures so far">
        {rows.length === 0 ? (
          <EmptyState title="Nothing has been erased">
            Requests that were never confirmed, or whose time is over, are erased by themselves and listed
            here too.
          </EmptyState>
        ) : (
          <ErasureTable rows={rows} />
        )}
      </Section>
    </>
  )

  async function lookUp({ dataset: slug, name: typed }: { dataset: string; name: string }) {
    const parsed = lookedFor(slug, typed)
    if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? 'Say what to erase.' }
    try {
      return { subject: parsed.data, preview: await previewErasure(actor, parsed.data) }
    } catch (error) {
      if (error instanceof AppError) return { problem: error.message }
      throw error
    }
  }
}
