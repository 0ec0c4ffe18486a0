import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/form/action-button'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { holderConfirmation } from '@/lib/copies/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { confirmAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('copies.confirm')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

/** Looking changes nothing: mail scanners open every link. Only the button does. */
export default async function CopiesConfirmPage({ params }: PageProps<'/copies/confirm/[token]'>) {
  const [{ token }, t] = await Promise.all([params, getT('copies.confirm')])
  const state = await holderConfirmation(token)
  if (state === 'unknown') notFound()
  if (state !== 'ready')
    return (
      <QuestionPage title={t(`${state}.title`)} lead={t(`${state}.lead`)}>
        <LinkButton href={paths.copies()} size="lg">
          {t('again')}
        </LinkButton>
      </QuestionPage>
    )
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
