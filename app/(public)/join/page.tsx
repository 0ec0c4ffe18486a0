import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { makePseudonym } from '@/lib/people/pseudonym'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { JoinForm } from './join-form'
import { WhatItIs } from './what-it-is'

export const metadata: Metadata = {
  title: 'Help to review',
  description: 'Decide, by a written policy, what does not belong in an open dataset. Anybody can offer to.',
}

export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { dataset } = await searchParams
  const [actor, datasets] = await Promise.all([currentActor(), acceptingDatasets()])
  const wanted = datasets.find(({ slug }) => slug === dataset) ?? (datasets.length === 1 ? datasets[0] : null)
  return (
    <QuestionPage
      back={wanted ? { href: paths.dataset(wanted.slug), label: wanted.name } : undefined}
      title="Help to review"
      lead="Programs find what may not belong in a dataset; people decide. You can be one of them. It costs nothing but your time, and you stop whenever you like."
    >
      {datasets.length === 0 ? (
        <EmptyState title="No dataset looks for reviewers at the moment">
          Come back another day, or ask those who make a dataset you care about.
        </EmptyState>
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
