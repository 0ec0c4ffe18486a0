import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { confirmationOf } from '@/lib/volunteers/queries'
import { OidcButton } from '../../../sign-in/oidc-button'
import { confirmAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('join.confirm')
  return {
    title: t('title'),
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  }
}

/** Looking changes nothing: mail scanners open every link. Only the button does. */
export default async function JoinConfirmPage({ params }: PageProps<'/join/confirm/[token]'>) {
  const { token } = await params
  const [found, t] = await Promise.all([confirmationOf(token), getT('join.confirm')])
  switch (found.state) {
    case 'unknown':
      return notFound()
    case 'used':
      return (
        <QuestionPage title={t('used.title')} lead={t('used.lead')}>
          <LinkButton href={paths.account()} size="lg">
            {t('used.account')}
          </LinkButton>
        </QuestionPage>
      )
    case 'over':
      return (
        <QuestionPage title={t('over.title')} lead={t('over.lead')}>
          <LinkButton href={paths.join()} kind="primary" size="lg">
            {t('over.again')}
          </LinkButton>
        </QuestionPage>
      )
    case 'open':
      return found.hasAccount ? (
        <QuestionPage title={t('known.title')} lead={t('known.lead', { dataset: found.dataset })}>
          <ActionButton
            action={confirmAction}
            fields={{ token }}
            kind="primary"
            size="lg"
            pendingLabel={t('confirming')}
          >
            {t('known.submit')}
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
  const t = useT('join.confirm')
  const tField = useT('account.field')
  const tSignIn = useT('account.signIn')
  return (
    <QuestionPage title={t('title')} lead={t('lead', { dataset })}>
      <Form action={confirmAction}>
        <input type="hidden" name="token" value={token} />
        {/* For password managers: the name the password is kept under. */}
        <input type="email" name="account" value={email} readOnly hidden autoComplete="username" />
        <TextField
          name="pseudonym"
          label={t('publicName')}
          hint={t('publicNameHint')}
          size="lg"
          defaultValue={pseudonym}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="password"
          label={tField('password')}
          hint={tField('goodPassword')}
          size="lg"
          type="password"
          autoComplete="new-password"
        />
        <TextField
          name="repeat"
          label={tField('repeat')}
          size="lg"
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton size="lg" pendingLabel={t('confirming')}>
          {t('submit')}
        </SubmitButton>
      </Form>
      {process.env.OIDC_ISSUER ? (
        <div className="mt-8 flex flex-col items-start gap-3 text-base">
          <p>{t('oidc')}</p>
          <OidcButton callbackUrl={paths.joinConfirm(token)}>{tSignIn('oidc')}</OidcButton>
        </div>
      ) : null}
    </QuestionPage>
  )
}
