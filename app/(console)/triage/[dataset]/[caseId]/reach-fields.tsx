'use client'

import { useT } from '#i18n'
import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { useFormField } from '@/components/form/form-context'
import { FieldErrors } from '@/components/ui/field'
import type { SuppressionKind } from '@/lib/suppression/labels'

export type Reachable = {
  /** Profiles of the dataset beside the world. */
  territories: readonly string[]
  /** Where the item comes from, each with its rows in the newest revision; null where only the text is decided about. */
  sources: readonly { kind: SuppressionKind; value: string; rows: number }[] | null
}

/** How far a lead's decision reaches: the text or where it comes from, everywhere or in some places. */
export function ReachFields({ territories, sources }: Reachable) {
  const t = useT('decide.reach')
  return (
    <>
      {sources ? (
        <RadioField
          name="source"
          legend={t('source')}
          hint={t('sourceHint')}
          options={[
            { value: '', label: t('text') },
            ...sources.map(({ kind, value, rows }) => ({
              value: `${kind}:${value}`,
              label: <span className="wrap-anywhere">{t(`of.${kind}`, { value })}</span>,
              hint: t('rows', { count: rows }),
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
          legend={t('where')}
          hint={t('whereHint')}
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
