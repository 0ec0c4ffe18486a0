import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { listCategories } from '@/lib/flags/queries'
import { getT } from '@/lib/i18n/server'
import { hiddenPerDay } from '@/lib/review/report-limit'
import { hidesWithoutLimit } from '@/lib/review/restrict'
import { reportRowAction } from './actions'

/** For somebody of the team who saw the row beside another one; nothing for anybody else. */
export async function ReportToTeam({
  datasetId,
  at,
}: {
  datasetId: string
  at: { revision: number; file: string; row: number }
}) {
  const actor = await currentActor()
  if (!actor || !can(actor, 'case.view', datasetId)) return null
  const [t, words, categories] = await Promise.all([
    getT('lookup.row'),
    getT('decide.report'),
    listCategories(),
  ])
  const hint = (await hidesWithoutLimit(actor, datasetId))
    ? words('hidden')
    : words('hiddenTo', { most: String(await hiddenPerDay()) })
  return (
    <section id="report" aria-labelledby="report-heading" className="max-w-form">
      <h3 id="report-heading" className="font-semibold">
        {t('report')}
      </h3>
      <p className="my-2 text-ink-soft">{t('reportLead')}</p>
      <Form action={reportRowAction} resetOnSuccess>
        {Object.entries({ ...at, datasetId }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <RadioField
          name="category"
          legend={words('legend')}
          options={categories.map(({ id, label, restricted }) => ({
            value: id,
            label,
            hint: restricted ? hint : undefined,
          }))}
        />
        <TextareaField name="note" label={words('note')} hint={words('noteHint')} rows={2} />
        <SubmitButton kind="secondary" pendingLabel={words('sending')}>
          {words('submit')}
        </SubmitButton>
      </Form>
    </section>
  )
}
