import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonClass } from '@/components/ui/button'
import { Visible } from '@/components/item/visible'
import { formatCount, formatPlural } from '@/lib/format'
import type { FoundCases } from '@/lib/review/search-cases'
import { searchAction } from './views/actions'

/** Search in the texts, for leads: each is on record, and what was typed is in no address. */
export function SearchForm({
  datasets,
  chosen,
}: {
  datasets: readonly { id: string; name: string }[]
  chosen: string | undefined
}) {
  const [only] = datasets
  if (!only) return null
  return (
    <details className="relative">
      <summary className={`${buttonClass({ kind: 'quiet', size: 'sm' })} cursor-pointer`}>
        Search the texts
      </summary>
      <div className="absolute start-0 z-30 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line-strong bg-surface p-4 shadow-over sm:start-auto sm:end-0">
        <Form action={searchAction}>
          {datasets.length === 1 ? (
            <input type="hidden" name="datasetId" value={only.id} />
          ) : (
            <SelectField
              name="datasetId"
              label="In"
              options={datasets.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={chosen ?? only.id}
            />
          )}
          <TextField
            name="text"
            label="Words"
            hint="That you searched, and for what, is recorded."
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton size="sm" pendingLabel="Searching…">
            Search
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}

/** What a search has found; or that it can no longer be looked at. */
export function SearchNote({ found }: { found: FoundCases | null }) {
  return (
    <p role="status" className="mb-3 text-sm text-ink-soft">
      {found ? (
        <>
          “<Visible text={found.text} />
          ”: {formatPlural(found.caseIds.length, 'case')}
          {found.capped ? ' and more' : ''} found in {formatCount(found.looked)} of {formatCount(found.total)}
          {found.looked < found.total ? ', the most urgent first' : ''}.
        </>
      ) : (
        'What a search found is shown for a day, and only to who searched. Search again.'
      )}
    </p>
  )
}
