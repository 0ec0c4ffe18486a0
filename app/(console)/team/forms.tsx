import { useT } from '#i18n'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { DatasetOption } from '@/lib/datasets/options'
import { ROLES } from '@/lib/people/labels'
import { createPersonAction, grantRoleAction } from './actions'

export function GrantRole({ datasets }: { datasets: DatasetOption[] }) {
  const t = useT('team.grant')
  const tRole = useT('labels.role')
  return (
    <Form action={grantRoleAction}>
      <TextField name="email" label={t('email')} type="email" required />
      <SelectField
        name="role"
        label={t('role')}
        options={ROLES.map((role) => ({
          value: role,
          label: t('option', { name: tRole(`${role}.name`), does: tRole(`${role}.does`) }),
        }))}
      />
      <SelectField
        name="dataset"
        label={t('dataset')}
        hint={t('datasetHint')}
        options={[
          { value: '', label: t('whole') },
          ...datasets.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SubmitButton>{t('submit')}</SubmitButton>
    </Form>
  )
}

export function CreateAccount() {
  const t = useT('team.make')
  const tField = useT('account.field')
  return (
    <Form action={createPersonAction} resetOnSuccess>
      <TextField name="name" label={t('name')} required />
      <TextField name="email" label={tField('email')} type="email" required />
      <TextField
        name="password"
        label={t('password')}
        hint={tField('twelve')}
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton>{t('submit')}</SubmitButton>
    </Form>
  )
}
