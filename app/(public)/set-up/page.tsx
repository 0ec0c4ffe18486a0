import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { needsSetUp } from '@/lib/people/queries'
import { setUpAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.setUp')
  return { title: t('title') }
}

/** Open until the first account exists, then never again. */
export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect(paths.signIn())
  const [t, tField] = await Promise.all([getT('account.setUp'), getT('account.field')])
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form action={setUpAction}>
        <TextField name="name" label={t('name')} autoComplete="name" required />
        <TextField name="email" label={tField('email')} type="email" autoComplete="username" required />
        <TextField
          name="password"
          label={tField('password')}
          hint={tField('goodPassword')}
          type="password"
          autoComplete="new-password"
          required
        />
        <TextField
          name="repeat"
          label={tField('repeat')}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
      </Form>
    </div>
  )
}
