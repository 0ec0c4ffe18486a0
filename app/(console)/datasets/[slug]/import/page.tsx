import type { Metadata } from 'next'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { ImportForm } from './import-form'

export const metadata: Metadata = { title: 'Import a revision' }

export default async function ImportPage({ params }: PageProps<'/datasets/[slug]/import'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.datasetImport(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'dataset.import', dataset.id)
  return (
    <>
      <PageHeader
        title="Import a revision"
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
        lead="JSONL, CSV and TSV, gzipped or not, and Parquet. All files together are one revision; decisions made before carry over to rows that are still there."
      />
      {denied ? (
        <EmptyState title="You cannot import here">{denied}</EmptyState>
      ) : (
        <>
          <div className="max-w-form">
            <ImportForm datasetId={dataset.id} slug={slug} />
          </div>
          <Section title="Large files">
            <p className="mb-3 max-w-prose text-ink-soft">
              On the machine where this runs, the command line reads files and folders where they are, shows
              its progress, and goes on after an interruption.
            </p>
            <CodeBlock
              caption="The same import on the command line"
              code={`npm run -s winnow -- import ${slug} path/to/folder`}
            />
          </Section>
        </>
      )}
    </>
  )
}
