import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { safeBack } from '@/lib/auth/cookie'
import { landing } from '@/lib/auth/landing'
import { currentActor } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { needsSetUp } from '@/lib/people/queries'
import { paths } from '@/lib/paths'
import { signInAction } from './actions'
import { DemoPersonas } from './demo-personas'
import { OidcButton } from './oidc-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.signIn')
  return { title: t('title') }
}

const ERRORS = ['NoAccount', 'RateLimited'] as const

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const back = typeof callbackUrl === 'string' ? callbackUrl : undefined
  const [member, fresh, t, tField] = await Promise.all([
    currentActor(),
    needsSetUp(),
    getT('account.signIn'),
    getT('account.field'),
  ])
  if (fresh) redirect(paths.setUp())
  if (member) redirect(safeBack(back, landing(member)))

  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t('title')} />
      {typeof error === 'string' ? (
        <Callout tone="bad" title={t('refused')}>
          {t(`error.${ERRORS.find((known) => known === error) ?? 'other'}`)}
        </Callout>
      ) : null}
      <Form action={signInAction}>
        <input type="hidden" name="callbackUrl" value={back ?? ''} />
        <TextField name="email" label={tField('email')} type="email" autoComplete="username" required />
        <TextField
          name="password"
          label={tField('password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
      </Form>
      {process.env.OIDC_ISSUER ? <OidcButton callbackUrl={back}>{t('oidc')}</OidcButton> : null}
      <DemoPersonas />
      <p className="text-sm text-ink-soft">
        {t.rich('without', { link: (words) => <a href={paths.takedowns()}>{words}</a> })}
      </p>
    </div>
  )
}
