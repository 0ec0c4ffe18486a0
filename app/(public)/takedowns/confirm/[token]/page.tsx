import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/form/action-button'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import { confirmationState } from '@/lib/takedowns/tracking'
import { confirmAction } from '../../actions'

export const metadata: Metadata = {
  title: 'Confirm your request',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
}

/** Looking changes nothing: mail scanners open every link. Only the button does. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const state = await confirmationState(token)
  if (state === 'unknown') notFound()
  if (state === 'used') {
    return (
      <QuestionPage
        title="This request is confirmed already"
        lead="The link works once. Where the request stands is behind the private link in the mail “We have received your request”."
      >
        <LinkButton href={paths.home()} size="lg">
          To the start
        </LinkButton>
      </QuestionPage>
    )
  }
  if (state === 'over') {
    return (
      <QuestionPage
        title="The time to confirm has passed"
        lead="What you sent and your address have been erased. Please send the request again."
      >
        <LinkButton href={paths.takedowns()} kind="primary" size="lg">
          Send it again
        </LinkButton>
      </QuestionPage>
    )
  }
  return (
    <QuestionPage
      title="Confirm your request"
      lead="Press the button to confirm that the request and this address are yours. After that people start to work on it."
    >
      <ActionButton
        action={confirmAction}
        fields={{ token }}
        kind="primary"
        size="lg"
        pendingLabel="Confirming…"
      >
        Confirm the request
      </ActionButton>
    </QuestionPage>
  )
}
