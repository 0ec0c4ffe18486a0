import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
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
  const t = useT('golden.retire')
  return (
    <Section title={t('title')}>
      <div className="max-w-2xl">
        <p className="mb-4 text-sm text-ink-soft">
          {answered === 0 ? t('unanswered') : t('answered', { n: answered })}
        </p>
        <Form action={retireGoldenAction}>
          <input type="hidden" name="datasetId" value={datasetId} />
          <input type="hidden" name="goldenId" value={goldenId} />
          <TextareaField name="note" label={t('note')} rows={3} />
          <SubmitButton kind="danger" pendingLabel={t('doing')}>
            {t('do')}
          </SubmitButton>
        </Form>
      </div>
    </Section>
  )
}
