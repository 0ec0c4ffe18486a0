import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Section } from '@/components/ui/page-header'
import { answerOwnerAction, extendOwnerAction } from './actions'

/** What the maintainers of the dataset say to a claim, in the time they have. */
export function OwnerAnswer({ requestId, extended }: { requestId: string; extended: boolean }) {
  const t = useT('process.owner')
  return (
    <div className="flex max-w-form flex-col gap-4">
      <Form action={answerOwnerAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <RadioField
          name="did"
          legend={t('did')}
          options={[
            { value: 'changed', label: t('changed') },
            { value: 'disputes', label: t('disputes') },
            { value: 'nothing', label: t('nothing') },
          ]}
        />
        <TextareaField name="answer" label={t('answer')} hint={t('answerHint')} rows={4} />
        <SubmitButton kind="primary" pendingLabel={t('sending')}>
          {t('action')}
        </SubmitButton>
      </Form>
      {extended ? null : (
        <ActionButton action={extendOwnerAction} fields={{ requestId }} pendingLabel={t('extending')}>
          {t('extend')}
        </ActionButton>
      )}
    </div>
  )
}

/** What the maintainers wrote, for those who decide. */
export function OwnerSaid({ answer }: { answer: string | null }) {
  const t = useT('process.owner')
  if (answer === null) return null
  return (
    <Section title={t('said')}>
      <p className="max-w-prose whitespace-pre-wrap">
        <Visible text={answer} />
      </p>
    </Section>
  )
}
