import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { withdrawAction } from '../../actions'

export function WithdrawForm({ token }: { token: string }) {
  return (
    <Form action={withdrawAction}>
      <input type="hidden" name="token" value={token} />
      <p className="text-base text-ink-soft">
        Nobody works on it any more, and it cannot be taken up again. What was decided so far stays.
      </p>
      <CheckboxField name="sure" label="Yes, withdraw my request" size="lg" />
      <SubmitButton kind="danger" size="lg" pendingLabel="Withdrawing…">
        Withdraw
      </SubmitButton>
    </Form>
  )
}
