import { useLocale, useT } from '#i18n'
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import type { CategoryRow } from '@/lib/flags/queries'
import { ACTION_ORDER } from '@/lib/review/labels'
import type { Queue } from '@/lib/review/queue-rules'
import { SOURCES } from '@/lib/review/sources'
import { saveQueueAction } from '../actions'
import { languageName } from '@/lib/text/language'

const SEVERITIES = [1, 2, 3, 4] as const

/** Which cases a queue takes, and how they are reviewed there. */
export function QueueForm({
  datasetId,
  queue,
  categories,
  back,
  opened,
}: {
  datasetId: string
  queue: Queue | null
  categories: readonly CategoryRow[]
  back: string
  /** What its rules are now, for whoever changes them meanwhile; empty for a new one. */
  opened: string
}) {
  const t = useT('queues.form')
  const verb = useT('labels.verb')
  return (
    <div className="max-w-2xl">
      <Form action={saveQueueAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="queueId" value={queue?.id ?? ''} />
        <input type="hidden" name="opened" value={opened} />
        {queue ? <ShowNow /> : null}
        <TextField name="name" label={t('name')} defaultValue={queue?.name} autoComplete="off" />
        <Conditions queue={queue} categories={categories} />
        <Rules queue={queue} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save" pendingLabel={t('working')}>
            {queue ? verb('save') : t('add')}
          </SubmitButton>
          <SubmitButton name="intent" value="preview" kind="secondary" pendingLabel={t('counting')}>
            {t('count')}
          </SubmitButton>
          <LinkButton href={back} kind="quiet">
            {t('back')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

function Conditions({ queue, categories }: { queue: Queue | null; categories: readonly CategoryRow[] }) {
  const t = useT('queues.form')
  const severity = useT('labels.severity')
  const locale = useLocale()
  const severities = SEVERITIES.map((level) => ({
    value: String(level),
    label: t('severity', { level: String(level), name: severity(`${level}`) }),
  }))
  return (
    <>
      <h2 className="mt-2 text-lg">{t('conditions')}</h2>
      <CheckboxesField
        name="categories[]"
        legend={t('categories.legend')}
        hint={t('categories.hint')}
        options={categories.map(({ id, label }) => ({ value: id, label }))}
        defaultValues={queue?.categories ?? []}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="minSeverity"
          label={t('minSeverity')}
          options={severities}
          defaultValue={String(queue?.minSeverity ?? 1)}
        />
        <SelectField
          name="maxSeverity"
          label={t('maxSeverity')}
          options={severities}
          defaultValue={String(queue?.maxSeverity ?? 4)}
        />
      </div>
      <CheckboxesField
        name="sources[]"
        legend={t('sources.legend')}
        hint={t('sources.hint')}
        options={SOURCES.map((source) => ({ value: source, label: t(`sources.${source}`) }))}
        defaultValues={queue?.sources ?? []}
      />
      <TextField
        name="detectors"
        label={t('detectors.label')}
        hint={t('detectors.hint')}
        defaultValue={queue?.detectors?.join(', ')}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name="languages"
        label={t('languages.label')}
        hint={t('languages.hint')}
        defaultValue={queue?.languages?.map((code) => languageName(code, locale)).join(', ')}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  )
}

function Rules({ queue }: { queue: Queue | null }) {
  const t = useT('queues.form')
  const action = useT('labels.action')
  return (
    <>
      <h2 className="mt-2 text-lg">{t('rules')}</h2>
      <RadioField
        name="audience"
        legend={t('audience.legend')}
        options={[
          { value: 'reviewer', label: t('audience.reviewer') },
          { value: 'lead', label: t('audience.lead') },
        ]}
        defaultValue={queue?.audience ?? 'reviewer'}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="quorum" label={t('quorum')} inputMode="numeric" defaultValue={queue?.quorum ?? 1} />
        <TextField
          name="slots"
          label={t('slots.label')}
          hint={t('slots.hint')}
          inputMode="numeric"
          defaultValue={queue?.slots ?? 1}
        />
      </div>
      <CheckboxField name="leadNeeded" label={t('leadNeeded')} defaultChecked={queue?.leadNeeded} />
      <CheckboxField
        name="open"
        label={t('open.label')}
        hint={t('open.hint')}
        defaultChecked={queue ? !queue.blind : false}
      />
      <CheckboxesField
        name="actions[]"
        legend={t('actions.legend')}
        hint={t('actions.hint')}
        options={ACTION_ORDER.map((one) => ({ value: one, label: action(`${one}.verb`) }))}
        defaultValues={queue?.actions ?? []}
      />
      <TextField
        name="dueHours"
        label={t('dueHours.label')}
        hint={t('dueHours.hint')}
        inputMode="numeric"
        defaultValue={queue?.dueHours ?? ''}
        className="max-w-32"
      />
      <CheckboxField
        name="covered"
        label={t('covered.label')}
        hint={t('covered.hint')}
        defaultChecked={queue?.covered}
      />
    </>
  )
}
