import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { DatasetOption } from '@/lib/datasets/options'
import { ROLES } from '@/lib/people/labels'
import { createPersonAction, grantRoleAction } from './actions'

export function GrantRole({ datasets }: { datasets: DatasetOption[] }) {
  return (
    <Form action={grantRoleAction}>
      <TextField name="email" label="E-mail address of the account" type="email" required />
      <SelectField
        name="role"
        label="Role"
        options={ROLES.map(({ role, label, does }) => ({ value: role, label: `${label}: ${does}` }))}
      />
      <SelectField
        name="dataset"
        label="Dataset"
        hint="Empty for admin and safety officer: they hold for the whole instance."
        options={[
          { value: '', label: 'Whole instance' },
          ...datasets.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SubmitButton>Give this role</SubmitButton>
    </Form>
  )
}

export function CreateAccount() {
  return (
    <Form action={createPersonAction} resetOnSuccess>
      <TextField name="name" label="Name" required />
      <TextField name="email" label="E-mail address" type="email" required />
      <TextField
        name="password"
        label="First password"
        hint="At least 12 characters."
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton>Make this account</SubmitButton>
    </Form>
  )
}
