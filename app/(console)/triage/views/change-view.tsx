import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonClass } from '@/components/ui/button'
import type { SavedView } from '@/lib/review/saved-views'
import { changeViewAction } from './actions'

/** Another name for a view, or other people who see it. */
export function ChangeView({
  view,
  teams,
}: {
  view: SavedView
  teams: readonly { value: string; label: string }[]
}) {
  return (
    <details>
      <summary className={`${buttonClass({ kind: 'quiet', size: 'sm' })} cursor-pointer`}>
        Change<span className="sr-only"> {view.name}</span>
      </summary>
      <div className="mt-2 w-64 max-w-full rounded-md border border-line p-3">
        <Form action={changeViewAction}>
          <input type="hidden" name="viewId" value={view.id} />
          <TextField name="name" label="Name" defaultValue={view.name} autoComplete="off" />
          {teams.length > 0 ? (
            <SelectField
              name="datasetId"
              label="For"
              options={[{ value: '', label: 'Only me' }, ...teams]}
              defaultValue={view.team?.id ?? ''}
            />
          ) : null}
          <SubmitButton size="sm">Save</SubmitButton>
        </Form>
      </div>
    </details>
  )
}
