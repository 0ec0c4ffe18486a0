import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import { confirmationOf } from '@/lib/volunteers/queries'
import { OidcButton } from '../../../sign-in/oidc-button'
import { confirmAction } from '../../actions'

export const metadata: Metadata = {
  title: 'Confirm your address',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
}

/** Looking changes nothing: mail scanners open every link. Only the button does. */
export default async function JoinConfirmPage({ params }: PageProps<'/join/confirm/[token]'>) {
  const { token } = await params
  const found = await confirmationOf(token)
  switch (found.state) {
    case 'unknown':
      return notFound()
    case 'used':
      return (
        <QuestionPage
          title="This address is confirmed already"
          lead="The link works once. A lead answers your offer by mail; your account shows how it stands."
        >
          <LinkButton href={paths.account()} size="lg">
            To your account
          </LinkButton>
        </QuestionPage>
      )
    case 'over':
      return (
        <QuestionPage
          title="The time to confirm has passed"
          lead="What you sent and your address have been erased. Please send your offer again."
        >
          <LinkButton href={paths.join()} kind="primary" size="lg">
            Send it again
          </LinkButton>
        </QuestionPage>
      )
    case 'open':
      return found.hasAccount ? (
        <QuestionPage
          title="Confirm your offer"
          lead={`You have an account with this address. Press the button, and a lead of ${found.dataset} reads your offer. Your password stays as it is.`}
        >
          <ActionButton
            action={confirmAction}
            fields={{ token }}
            kind="primary"
            size="lg"
            pendingLabel="Confirming…"
          >
            Confirm the offer
          </ActionButton>
        </QuestionPage>
      ) : (
        <NewAccount token={token} {...found} />
      )
  }
}

function NewAccount({
  token,
  dataset,
  pseudonym,
  email,
}: {
  token: string
  dataset: string
  pseudonym: string
  email: string
}) {
  return (
    <QuestionPage
      title="Confirm your address"
      lead={`Choose a password for your account. Then a lead of ${dataset} reads your offer and answers by mail.`}
    >
      <Form action={confirmAction}>
        <input type="hidden" name="token" value={token} />
        {/* For password managers: the name the password is kept under. */}
        <input type="email" name="account" value={email} readOnly hidden autoComplete="username" />
        <TextField
          name="pseudonym"
          label="Public name"
          hint="Beside your decisions, for everybody to see."
          size="lg"
          defaultValue={pseudonym}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="password"
          label="Password"
          hint="At least 12 characters. A few unrelated words are easier to remember than a short, complicated one."
          size="lg"
          type="password"
          autoComplete="new-password"
        />
        <TextField
          name="repeat"
          label="Password again"
          size="lg"
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton size="lg" pendingLabel="Confirming…">
          Confirm and make my account
        </SubmitButton>
      </Form>
      {process.env.OIDC_ISSUER ? (
        <div className="mt-8 flex flex-col items-start gap-3 text-base">
          <p>
            Or sign in through your organisation, with this same address. You come back here, and need no
            password.
          </p>
          <OidcButton callbackUrl={paths.joinConfirm(token)} />
        </div>
      ) : null}
    </QuestionPage>
  )
}
