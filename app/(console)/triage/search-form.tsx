import { useT } from '#i18n'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { buttonClass } from '@/components/ui/button'
import { Visible } from '@/components/item/visible'
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
  const t = useT('triage.search')
  const [only] = datasets
  if (!only) return null
  return (
    <details className="relative">
      <summary className={`${buttonClass({ kind: 'quiet', size: 'sm' })} cursor-pointer`}>
        {t('open')}
      </summary>
      <div className="absolute start-0 z-30 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line-strong bg-surface p-4 shadow-over sm:start-auto sm:end-0">
        <Form action={searchAction}>
          {datasets.length === 1 ? (
            <input type="hidden" name="datasetId" value={only.id} />
          ) : (
            <SelectField
              name="datasetId"
              label={t('dataset')}
              options={datasets.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={chosen ?? only.id}
            />
          )}
          <TextField name="text" label={t('words')} hint={t('hint')} autoComplete="off" spellCheck={false} />
          <SubmitButton size="sm" pendingLabel={t('searching')}>
            {t('submit')}
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}

/** What a search has found; or that it can no longer be looked at. */
export function SearchNote({ found }: { found: FoundCases | null }) {
  const t = useT('triage.search')
  return (
    <p role="status" className="mb-3 text-sm text-ink-soft">
      {found
        ? t.rich('found', {
            words: () => <Visible text={found.text} />,
            n: found.caseIds.length,
            capped: found.capped ? 'yes' : 'no',
            looked: found.looked,
            total: found.total,
            part: found.looked < found.total ? 'yes' : 'no',
          })
        : t('gone')}
    </p>
  )
}
