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
import { needsSetUp } from '@/lib/people/queries'
import { paths } from '@/lib/paths'
import { signInAction } from './actions'
import { DemoPersonas } from './demo-personas'
import { OidcButton } from './oidc-button'

export const metadata: Metadata = { title: 'Sign in' }

const ERRORS: Record<string, string> = {
  NoAccount:
    'Your organisation signed you in, but its answer holds no verified address, or your account is disabled. Ask an admin.',
  RateLimited: 'Too many attempts. Wait a quarter of an hour and try again.',
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const back = typeof callbackUrl === 'string' ? callbackUrl : undefined
  const [member, fresh] = await Promise.all([currentActor(), needsSetUp()])
  if (fresh) redirect(paths.setUp())
  if (member) redirect(safeBack(back, landing(member)))

  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title="Sign in" />
      {typeof error === 'string' ? (
        <Callout tone="bad" title="You are not signed in">
          {ERRORS[error] ?? 'That did not work. Try again.'}
        </Callout>
      ) : null}
      <Form action={signInAction}>
        <input type="hidden" name="callbackUrl" value={back ?? ''} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </Form>
      {process.env.OIDC_ISSUER ? <OidcButton callbackUrl={back} /> : null}
      <DemoPersonas />
      <p className="text-sm text-ink-soft">
        You do not need an account to <a href={paths.takedowns()}>ask for something to be taken down</a> or to
        download a release.
      </p>
    </div>
  )
}
