import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { applyAction, applyAsMemberAction } from './actions'

export function JoinForm({
  datasets,
  given,
  suggested,
  member,
}: {
  datasets: readonly { value: string; label: string }[]
  given: string
  /** A public name that says nothing. */
  suggested: string
  /** Whoever is signed in has an address and a name already. */
  member: { pseudonym: string } | null
}) {
  const t = useT('join.form')
  return (
    <section aria-labelledby="offer">
      <h2 id="offer" className="mb-5 text-xl">
        {t('title')}
      </h2>
      <Form action={member ? applyAsMemberAction : applyAction}>
        <SelectField
          name="dataset"
          label={t('dataset')}
          size="lg"
          placeholder={given ? undefined : t('choose')}
          options={datasets}
          defaultValue={given}
        />
        {member ? (
          <p className="text-base text-ink-soft">
            {t.rich('signedIn', {
              name: member.pseudonym,
              strong: (words) => <strong>{words}</strong>,
            })}
          </p>
        ) : (
          <>
            <TextField
              name="pseudonym"
              label={t('publicName')}
              hint={t('publicNameHint')}
              size="lg"
              defaultValue={suggested}
              autoComplete="off"
              spellCheck={false}
            />
            <TextField
              name="email"
              label={t('email')}
              hint={t('emailHint')}
              size="lg"
              type="email"
              autoComplete="email"
            />
          </>
        )}
        <TextField
          name="languages"
          label={t('languages')}
          hint={t('languagesHint')}
          size="lg"
          autoComplete="off"
        />
        <TextareaField name="why" label={t('why')} hint={t('whyHint')} size="lg" rows={3} />
        <TextareaField name="interest" label={t('interest')} hint={t('interestHint')} size="lg" rows={2} />
        {member ? null : <NotForPeople />}
        <CheckboxField name="agreed" label={t('agreed')} size="lg" />
        <SubmitButton size="lg">{t('submit')}</SubmitButton>
      </Form>
    </section>
  )
}

/** Programs fill every field they find. Out of sight, out of the order of Tab, and named for whoever meets it all the same. */
function NotForPeople() {
  const t = useT('join.form')
  return (
    <div className="absolute -start-[200vw]" aria-hidden="true">
      <label>
        {t('website')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
