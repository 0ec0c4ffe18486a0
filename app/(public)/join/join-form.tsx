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
  return (
    <section aria-labelledby="offer">
      <h2 id="offer" className="mb-5 text-xl">
        Your offer
      </h2>
      <Form action={member ? applyAsMemberAction : applyAction}>
        <SelectField
          name="dataset"
          label="Which dataset"
          size="lg"
          placeholder={given ? undefined : 'Choose one'}
          options={datasets}
          defaultValue={given}
        />
        {member ? (
          <p className="text-base text-ink-soft">
            You are signed in; your public name is <strong>{member.pseudonym}</strong>.
          </p>
        ) : (
          <>
            <TextField
              name="pseudonym"
              label="Public name"
              hint="Beside your decisions, for everybody to see. One that does not say who you are; this one was made up for you."
              size="lg"
              defaultValue={suggested}
              autoComplete="off"
              spellCheck={false}
            />
            <TextField
              name="email"
              label="Your e-mail address"
              hint="For a link to confirm it, and the answer. Reviewers and leads do not see it."
              size="lg"
              type="email"
              autoComplete="email"
            />
          </>
        )}
        <TextField
          name="languages"
          label="Languages you read well"
          hint="Like English, German."
          size="lg"
          autoComplete="off"
        />
        <TextareaField
          name="why"
          label="Why would you like to? (may stay empty)"
          hint="For the leads of this dataset only. Erased some months after they answered."
          size="lg"
          rows={3}
        />
        <TextareaField
          name="interest"
          label="An interest of your own (may stay empty)"
          hint="You wrote for it, were paid by its makers, or it holds your work: say so, and a lead decides with you what you leave to others."
          size="lg"
          rows={2}
        />
        {member ? null : <NotForPeople />}
        <CheckboxField
          name="agreed"
          label="I have read what it is and what is asked of me, and agree."
          size="lg"
        />
        <SubmitButton size="lg" pendingLabel="Sending…">
          Send the offer
        </SubmitButton>
      </Form>
    </section>
  )
}

/** Programs fill every field they find. Out of sight, out of the order of Tab, and named for whoever meets it all the same. */
function NotForPeople() {
  return (
    <div className="absolute -start-[200vw]" aria-hidden="true">
      <label>
        Leave this empty
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
