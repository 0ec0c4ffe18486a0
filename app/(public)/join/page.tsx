import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { makePseudonym } from '@/lib/people/pseudonym'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { JoinForm } from './join-form'
import { WhatItIs } from './what-it-is'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('join')
  return { title: t('title'), description: t('description') }
}

export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { dataset } = await searchParams
  const [actor, datasets, t] = await Promise.all([currentActor(), acceptingDatasets(), getT('join')])
  const wanted = datasets.find(({ slug }) => slug === dataset) ?? (datasets.length === 1 ? datasets[0] : null)
  return (
    <QuestionPage
      back={wanted ? { href: paths.dataset(wanted.slug), label: wanted.name } : undefined}
      title={t('title')}
      lead={t('lead')}
    >
      {datasets.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <>
          <WhatItIs datasets={datasets} />
          <JoinForm
            datasets={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
            given={wanted?.slug ?? ''}
            suggested={makePseudonym()}
            member={actor ? { pseudonym: actor.pseudonym } : null}
          />
        </>
      )}
    </QuestionPage>
  )
}
