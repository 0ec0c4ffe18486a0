import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { contestAction } from '../../actions'

export function ContestForm({ token }: { token: string }) {
  return (
    <Form action={contestAction}>
      <input type="hidden" name="token" value={token} />
      <p className="text-base text-ink-soft">
        Everything we did not do as you asked is decided again, by people who had no part in the first
        decision. You can do this once. You get their answer by mail, with reasons.
      </p>
      <TextareaField
        name="grounds"
        label="What was overlooked?"
        hint="Those who decide read this. It is stored encrypted and never published."
        rows={5}
        size="lg"
      />
      <SubmitButton size="lg" pendingLabel="Sending…">
        Have it looked at again
      </SubmitButton>
    </Form>
  )
}
