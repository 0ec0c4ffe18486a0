import { useT } from '#i18n'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { registerAction } from './actions'

export function RegisterForm({
  datasets,
  given,
}: {
  datasets: readonly { value: string; label: string }[]
  given: { slug: string; newest: string } | null
}) {
  const t = useT('copies.form')
  return (
    <Form action={registerAction}>
      <SelectField
        name="dataset"
        label={t('dataset')}
        size="lg"
        placeholder={given ? undefined : t('choose')}
        options={datasets}
        defaultValue={given?.slug ?? ''}
      />
      <TextField
        name="version"
        label={t('version')}
        hint={t('versionHint')}
        size="lg"
        defaultValue={given?.newest ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField name="name" label={t('name')} hint={t('nameHint')} size="lg" autoComplete="name" />
      <TextField name="organisation" label={t('organisation')} size="lg" autoComplete="organization" />
      <TextField
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        size="lg"
        type="email"
        autoComplete="email"
      />
      <NotForPeople />
      <SubmitButton size="lg" pendingLabel={t('sending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  )
}

/** Programs fill every field they find. Out of sight, out of the order of Tab, and named for whoever meets it all the same. */
function NotForPeople() {
  const t = useT('copies.form')
  return (
    <div className="absolute -start-[200vw]" aria-hidden="true">
      <label>
        {t('website')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
