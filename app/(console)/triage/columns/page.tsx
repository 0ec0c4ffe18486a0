import type { Metadata } from 'next'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { columnChoices, columnsOf, FIXED_COLUMN } from '@/lib/review/columns'
import { tablePreferenceOf } from '@/lib/review/saved-views'
import { saveColumnsAction } from '../views/actions'

export const metadata: Metadata = { title: 'Columns' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Which columns the triage table has, in which order, for whoever is signed in. */
export default async function ColumnsPage({ searchParams }: Props) {
  const { from } = await searchParams
  const back = typeof from === 'string' ? from : ''
  const actor = await requireMemberPage(paths.triageColumns(back || undefined))
  const { columns } = await tablePreferenceOf(actor)
  const choices = columnChoices(columnsOf(columns))
  return (
    <>
      <PageHeader
        title="Columns"
        trail={[{ href: paths.triageQueue(back), label: 'Triage' }]}
        lead="Yours on every device. A saved view brings the columns it was saved with."
      />
      <div className="max-w-form">
        <Form action={saveColumnsAction} key={choices.map(({ id }) => id).join()}>
          <fieldset>
            <legend className="mb-2 text-sm font-medium">Shown, in this order</legend>
            <ol className="divide-y divide-line border-y border-line">
              {choices.map(({ id, label, shown }, i) => (
                <li key={id} className="flex min-h-11 items-center justify-between gap-3">
                  <input type="hidden" name="order[]" value={id} />
                  {id === FIXED_COLUMN ? (
                    <>
                      <input type="hidden" name="shown[]" value={id} />
                      <span className="text-sm">
                        {label} <span className="text-ink-soft">(leads to the case, always shown)</span>
                      </span>
                    </>
                  ) : (
                    <Checkbox name="shown[]" value={id} label={label} defaultChecked={shown} />
                  )}
                  <span className="flex gap-1">
                    <Move id={id} label={label} way="up" at={i} end={0} />
                    <Move id={id} label={label} way="down" at={i} end={choices.length - 1} />
                  </span>
                </li>
              ))}
            </ol>
          </fieldset>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="save">
              Save
            </SubmitButton>
            <SubmitButton name="intent" value="usual" kind="secondary">
              The usual ones
            </SubmitButton>
            <LinkButton href={paths.triageQueue(back)} kind="quiet">
              Back to the table
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  )
}

function Move({
  id,
  label,
  way,
  at,
  end,
}: {
  id: string
  label: string
  way: 'up' | 'down'
  at: number
  end: number
}) {
  return (
    <SubmitButton
      name="intent"
      value={`${way}:${id}`}
      kind="quiet"
      size="sm"
      disabledReason={at === end ? `It is the ${way === 'up' ? 'first' : 'last'}.` : null}
    >
      <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">
        Move {label} {way}
      </span>
    </SubmitButton>
  )
}
