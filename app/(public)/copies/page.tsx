import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { EmptyState } from '@/components/ui/empty-state'
import { publishedDatasets } from '@/lib/copies/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { RegisterForm } from './register-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('copies')
  return { title: t('title'), description: t('lead') }
}

export default async function CopiesPage({ searchParams }: PageProps<'/copies'>) {
  const [{ dataset }, datasets, t] = await Promise.all([searchParams, publishedDatasets(), getT('copies')])
  const wanted = datasets.find(({ slug }) => slug === dataset) ?? (datasets.length === 1 ? datasets[0] : null)
  return (
    <QuestionPage
      back={wanted ? { href: paths.dataset(wanted.slug), label: wanted.name } : undefined}
      title={t('title')}
      lead={t('lead')}
    >
      {datasets.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <>
          <ul className="mb-8 flex list-disc flex-col gap-2 ps-6 text-base">
            <li>{t('what.letters')}</li>
            <li>{t('what.list')}</li>
            <li>{t('what.seen')}</li>
            <li>{t('what.erased')}</li>
          </ul>
          <RegisterForm
            datasets={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            given={wanted ?? null}
          />
        </>
      )}
    </QuestionPage>
  )
}
