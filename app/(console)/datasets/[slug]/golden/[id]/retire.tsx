import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { formatPlural } from '@/lib/format'
import { retireGoldenAction } from '../actions'

/** A bad check, and what it did to people, is taken back at once. */
export function Retire({
  datasetId,
  goldenId,
  answered,
}: {
  datasetId: string
  goldenId: string
  answered: number
}) {
  return (
    <Section title="Take it back">
      <div className="max-w-2xl">
        <p className="mb-4 text-sm text-ink-soft">
          It is given to nobody any more.{' '}
          {answered === 0
            ? 'Nobody has answered it.'
            : `${formatPlural(answered, 'answer')} will count for nobody any more. Whoever gave one reads why, and is believed again at once if it was the cause that they were not.`}
        </p>
        <Form action={retireGoldenAction}>
          <input type="hidden" name="datasetId" value={datasetId} />
          <input type="hidden" name="goldenId" value={goldenId} />
          <TextareaField name="note" label="What was wrong with it" rows={3} />
          <SubmitButton kind="danger" pendingLabel="Taking it back…">
            Take this check back
          </SubmitButton>
        </Form>
      </div>
    </Section>
  )
}
