import { useT } from '#i18n'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { DatasetOption } from '@/lib/datasets/options'
import { announceAction } from './actions'

/** A draw is a promise first: of what, and how many, before anybody can know which. */
export function AnnounceForm({
  datasets,
  everywhere,
}: {
  datasets: readonly DatasetOption[]
  everywhere: boolean
}) {
  const t = useT('audit.announce')
  return (
    <Form action={announceAction} className="max-w-form">
      <SelectField
        name="dataset"
        label={t('dataset')}
        options={[
          ...(everywhere ? [{ value: '', label: t('everywhere') }] : []),
          ...datasets.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <TextField name="k" label={t('k.label')} hint={t('k.hint')} inputMode="numeric" defaultValue="20" />
      <div>
        <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
