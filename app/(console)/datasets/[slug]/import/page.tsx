import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { ImportForm } from './import-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('imports')
  return { title: t('title') }
}

export default async function ImportPage({ params }: PageProps<'/datasets/[slug]/import'>) {
  const [{ slug }, t] = await Promise.all([params, getT('imports')])
  const actor = await requireMemberPage(paths.datasetImport(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'dataset.import', dataset.id)
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.dataset(slug), label: dataset.name }]}
        lead={t('lead')}
      />
      {denied ? (
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      ) : (
        <>
          <div className="max-w-form">
            <Messages areas={['imports']}>
              <ImportForm datasetId={dataset.id} slug={slug} />
            </Messages>
          </div>
          <Section title={t('large.title')}>
            <p className="mb-3 max-w-prose text-ink-soft">{t('large.text')}</p>
            <CodeBlock
              caption={t('large.caption')}
              code={`npm run -s winnow -- import ${slug} ${t('large.folder')}`}
            />
          </Section>
        </>
      )}
    </>
  )
}
