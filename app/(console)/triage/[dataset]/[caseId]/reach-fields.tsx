'use client'

import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { useFormField } from '@/components/form/form-context'
import { FieldErrors } from '@/components/ui/field'
import { formatPlural } from '@/lib/format'
import { describeSource } from '@/lib/suppression/labels'
import type { SuppressionKind } from '@/lib/suppression/labels'

export type Reachable = {
  /** Profiles of the dataset beside the world. */
  territories: readonly string[]
  /** Where the item comes from, each with its rows in the newest revision; null where only the text is decided about. */
  sources: readonly { kind: SuppressionKind; value: string; rows: number }[] | null
}

/** How far a lead's decision reaches: the text or where it comes from, everywhere or in some places. */
export function ReachFields({ territories, sources }: Reachable) {
  return (
    <>
      {sources ? (
        <RadioField
          name="source"
          legend="What it is about"
          hint="About a source it can only remove or restrict, and holds for its rows in later revisions too. The same words from elsewhere then stay."
          options={[
            { value: '', label: 'This text, wherever it occurs' },
            ...sources.map(({ kind, value, rows }) => ({
              value: `${kind}:${value}`,
              label: <span className="wrap-anywhere">{capital(describeSource({ kind, value }))}</span>,
              hint: `${formatPlural(rows, 'row')} in the newest revision`,
            })),
          ]}
          defaultValue=""
        />
      ) : (
        <SourceErrors />
      )}
      {territories.length > 0 ? (
        <CheckboxesField
          name="territories[]"
          legend="Where it holds"
          hint="Choose none and it holds everywhere. In releases for the world it holds in any case."
          options={territories.map((territory) => ({ value: territory, label: territory }))}
        />
      ) : null}
    </>
  )
}

function SourceErrors() {
  const { id, errors } = useFormField('source')
  return <FieldErrors id={`${id}-error`} errors={errors} />
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
