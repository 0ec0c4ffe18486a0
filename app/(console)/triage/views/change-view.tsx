import { useT } from '#i18n'
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
  const t = useT('views')
  const labels = useT('labels.verb')
  return (
    <details>
      <summary className={`${buttonClass({ kind: 'quiet', size: 'sm' })} cursor-pointer`}>
        {t.rich('table.change', {
          name: view.name,
          hidden: (words) => <span className="sr-only">{words}</span>,
        })}
      </summary>
      <div className="mt-2 w-64 max-w-full rounded-md border border-line p-3">
        <Form action={changeViewAction}>
          <input type="hidden" name="viewId" value={view.id} />
          <TextField name="name" label={t('name')} defaultValue={view.name} autoComplete="off" />
          {teams.length > 0 ? (
            <SelectField
              name="datasetId"
              label={t('audience')}
              options={[{ value: '', label: t('onlyMe') }, ...teams]}
              defaultValue={view.team?.id ?? ''}
            />
          ) : null}
          <SubmitButton size="sm">{labels('save')}</SubmitButton>
        </Form>
      </div>
    </details>
  )
}
