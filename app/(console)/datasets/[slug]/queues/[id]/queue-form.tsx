import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import type { CategoryRow } from '@/lib/flags/queries'
import { ACTION, ACTION_ORDER, SEVERITY } from '@/lib/review/labels'
import type { Queue } from '@/lib/review/queue-rules'
import { saveQueueAction } from '../actions'
import { languageName } from '@/lib/text/language'

const SEVERITIES = [1, 2, 3, 4].map((level) => ({
  value: String(level),
  label: `${level}: ${SEVERITY[level]}`,
}))

const SOURCE = [
  { value: 'detector', label: 'A detector' },
  { value: 'import', label: 'A pipeline outside' },
  { value: 'report', label: 'A report by a person' },
  { value: 'takedown', label: 'A takedown request' },
]

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
  return (
    <div className="max-w-2xl">
      <Form action={saveQueueAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="queueId" value={queue?.id ?? ''} />
        <input type="hidden" name="opened" value={opened} />
        {queue ? <ShowNow /> : null}
        <TextField name="name" label="Name" defaultValue={queue?.name} autoComplete="off" />
        <Conditions queue={queue} categories={categories} />
        <Rules queue={queue} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save" pendingLabel="Working…">
            {queue ? 'Save' : 'Add this queue'}
          </SubmitButton>
          <SubmitButton name="intent" value="preview" kind="secondary" pendingLabel="Counting…">
            Count what it would take
          </SubmitButton>
          <LinkButton href={back} kind="quiet">
            Back to the queues
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

function Conditions({ queue, categories }: { queue: Queue | null; categories: readonly CategoryRow[] }) {
  return (
    <>
      <h2 className="mt-2 text-lg">Which cases it takes</h2>
      <CheckboxesField
        name="categories[]"
        legend="Categories"
        hint="None ticked: all."
        options={categories.map(({ id, label }) => ({ value: id, label }))}
        defaultValues={queue?.categories ?? []}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="minSeverity"
          label="Severity from"
          options={SEVERITIES}
          defaultValue={String(queue?.minSeverity ?? 1)}
        />
        <SelectField
          name="maxSeverity"
          label="Severity to"
          options={SEVERITIES}
          defaultValue={String(queue?.maxSeverity ?? 4)}
        />
      </div>
      <CheckboxesField
        name="sources[]"
        legend="Flagged by one of"
        hint="None ticked: whatever flagged it."
        options={SOURCE}
        defaultValues={queue?.sources ?? []}
      />
      <TextField
        name="detectors"
        label="Found by one of these detectors"
        hint="Their ids with commas between them, like email, phone. Empty: any."
        defaultValue={queue?.detectors?.join(', ')}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        name="languages"
        label="In one of these languages"
        hint="With commas between them, like English, fr, not told. Empty: any."
        defaultValue={queue?.languages?.map(languageName).join(', ')}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  )
}

function Rules({ queue }: { queue: Queue | null }) {
  return (
    <>
      <h2 className="mt-2 text-lg">How they are reviewed</h2>
      <RadioField
        name="audience"
        legend="By"
        options={[
          { value: 'reviewer', label: 'Reviewers and leads' },
          { value: 'lead', label: 'Leads only' },
        ]}
        defaultValue={queue?.audience ?? 'reviewer'}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="quorum"
          label="Agreeing votes that decide"
          inputMode="numeric"
          defaultValue={queue?.quorum ?? 1}
        />
        <TextField
          name="slots"
          label="Reviewers at most"
          hint="When all have voted and do not agree, a lead decides."
          inputMode="numeric"
          defaultValue={queue?.slots ?? 1}
        />
      </div>
      <CheckboxField
        name="leadNeeded"
        label="One of the agreeing votes must be a lead’s"
        defaultChecked={queue?.leadNeeded}
      />
      <CheckboxField
        name="open"
        label="In the open: later reviewers see the votes before theirs"
        hint="Otherwise votes are blind until the case is decided, which keeps them independent."
        defaultChecked={queue ? !queue.blind : false}
      />
      <CheckboxesField
        name="actions[]"
        legend="Reviewers may choose"
        hint="None ticked: whatever the reason allows. A lead who is asked is not bound by this."
        options={ACTION_ORDER.map((action) => ({ value: action, label: ACTION[action].verb }))}
        defaultValues={queue?.actions ?? []}
      />
      <TextField
        name="dueHours"
        label="Due after so many hours"
        hint="Empty: no due time but that of a law."
        inputMode="numeric"
        defaultValue={queue?.dueHours ?? ''}
        className="max-w-32"
      />
      <CheckboxField
        name="covered"
        label="Keep texts covered until they are asked for"
        hint="Texts of sensitive categories are covered in any queue."
        defaultChecked={queue?.covered}
      />
    </>
  )
}
