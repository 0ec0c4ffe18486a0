import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/form/action-button'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { confirmationState } from '@/lib/takedowns/tracking'
import { confirmAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('takedowns.confirm')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

/** Looking changes nothing: mail scanners open every link. Only the button does. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getT('takedowns.confirm')])
  const state = await confirmationState(token)
  if (state === 'unknown') notFound()
  if (state === 'used') {
    return (
      <QuestionPage title={t('used.title')} lead={t('used.lead')}>
        <LinkButton href={paths.home()} size="lg">
          {t('used.action')}
        </LinkButton>
      </QuestionPage>
    )
  }
  if (state === 'over') {
    return (
      <QuestionPage title={t('over.title')} lead={t('over.lead')}>
        <LinkButton href={paths.takedowns()} kind="primary" size="lg">
          {t('over.action')}
        </LinkButton>
      </QuestionPage>
    )
  }
  return (
    <QuestionPage title={t('title')} lead={t('lead')}>
      <ActionButton
        action={confirmAction}
        fields={{ token }}
        kind="primary"
        size="lg"
        pendingLabel={t('confirming')}
      >
        {t('action')}
      </ActionButton>
    </QuestionPage>
  )
}
