import { useT } from '#i18n'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { BARS, type Scored } from '@/lib/bulk/histogram'
import type { BandSettings } from '@/lib/bulk/settings'
import { formatPercent, formatScore } from '@/lib/format'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { prepareBulkAction } from '../bulk/actions'
import { VerdictFields } from '../bulk/verdict-fields'

const STEPS = Array.from({ length: BARS + 1 }, (_, step) => step / BARS)
const option = (score: number) => ({ value: String(score), label: formatScore(score) })

/** A band, and what is expected of all of it: that is what the sample is held against. */
export function BandForm({
  policy,
  chosen: { detector, category },
  settings,
}: {
  policy: BulkPolicy
  chosen: Scored
  settings: BandSettings
}) {
  const t = useT('bands.form')
  return (
    <div className="max-w-form">
      <Form action={prepareBulkAction}>
        <input type="hidden" name="detector" value={detector} />
        <input type="hidden" name="category" value={category} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="low"
            label={t('low')}
            options={STEPS.slice(0, -1).map(option)}
            defaultValue="0.5"
          />
          <SelectField name="high" label={t('high')} options={STEPS.slice(1).map(option)} defaultValue="1" />
        </div>
        <VerdictFields policy={policy} category={category} />
        <p className="text-sm text-ink-soft">
          {t('hint', { n: settings.bandSample, wanted: formatPercent(settings.bandAgreement) })}
        </p>
        <SubmitButton pendingLabel={t('drawing')}>{t('draw')}</SubmitButton>
      </Form>
    </div>
  )
}
