import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { paths } from '@/lib/paths'
import { needsSetUp } from '@/lib/people/queries'
import { setUpAction } from './actions'

export const metadata: Metadata = { title: 'Set up this instance' }

/** Open until the first account exists, then never again. */
export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect(paths.signIn())
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6">
      <PageHeader
        title="Set up this instance"
        lead="Nobody has an account here yet. The first one is an admin: it makes the other accounts and gives them their roles."
      />
      <Form action={setUpAction}>
        <TextField name="name" label="Your name" autoComplete="name" required />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          hint="At least 12 characters. A few unrelated words are easier to remember than a short, complicated one."
          type="password"
          autoComplete="new-password"
          required
        />
        <TextField
          name="repeat"
          label="Password again"
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton pendingLabel="Setting up…">Make the first account</SubmitButton>
      </Form>
    </div>
  )
}
