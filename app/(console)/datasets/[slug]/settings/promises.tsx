import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { env } from '@/lib/runtime/env'
import type { promisesOf } from '@/lib/takedowns/promises'
import { promisesAction } from './actions'

/** How soon the dataset promises to answer where no law says so. */
export function Promises({
  datasetId,
  promises: { number, acknowledgeDays, decideDays, ownerDays },
}: {
  datasetId: string
  promises: Awaited<ReturnType<typeof promisesOf>>
}) {
  const [t, label] = [useT('clocks.promises'), useT('labels.verb')]
  const { calendar, zone } = env().place
  const hint = calendar === 'none' ? t('weekdays', { zone }) : t('workingDays', { calendar, zone })
  return (
    <Section title={t('title')}>
      <div className="max-w-form">
        <p className="mb-4">{t('lead')}</p>
        <Form action={promisesAction}>
          <input type="hidden" name="datasetId" value={datasetId} />
          <input type="hidden" name="opened" value={number} />
          <ShowNow />
          <TextField
            name="acknowledgeDays"
            type="number"
            min={1}
            max={60}
            label={t('acknowledge')}
            hint={hint}
            defaultValue={acknowledgeDays}
            required
          />
          <TextField
            name="decideDays"
            type="number"
            min={1}
            max={60}
            label={t('decide')}
            hint={hint}
            defaultValue={decideDays}
            required
          />
          <TextField
            name="ownerDays"
            type="number"
            min={0}
            max={5}
            label={t('owner')}
            hint={t('ownerHint')}
            defaultValue={ownerDays}
            required
          />
          <SubmitButton pendingLabel={label('saving')}>{t('submit')}</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}
