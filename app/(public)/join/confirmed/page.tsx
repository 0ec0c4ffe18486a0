import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { ANSWER_DAYS } from '@/lib/volunteers/labels'

export const metadata: Metadata = { title: 'Your offer is with the leads', robots: { index: false } }

export default async function JoinedPage() {
  const actor = await currentActor()
  return (
    <QuestionPage
      title="Your offer is with the leads"
      lead={`They have been told, and answer by mail within ${ANSWER_DAYS} days. Nothing more is needed from you until then.`}
    >
      <LinkButton href={actor ? paths.account() : paths.signIn(paths.account())} kind="primary" size="lg">
        {actor ? 'To your account' : 'Sign in'}
      </LinkButton>
    </QuestionPage>
  )
}
