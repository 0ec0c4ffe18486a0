import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { ANSWER_DAYS } from '@/lib/volunteers/labels'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('join.confirmed')
  return { title: t('title'), robots: { index: false } }
}

export default async function JoinedPage() {
  const [actor, t] = await Promise.all([currentActor(), getT('join.confirmed')])
  return (
    <QuestionPage title={t('title')} lead={t('lead', { days: ANSWER_DAYS })}>
      <LinkButton href={actor ? paths.account() : paths.signIn(paths.account())} kind="primary" size="lg">
        {t(actor ? 'account' : 'signIn')}
      </LinkButton>
    </QuestionPage>
  )
}
