import { useT } from '#i18n'
import { CheckboxesField } from '@/components/form/choice-fields'
import type { OwnInterest } from '@/lib/volunteers/queries'

/** With which datasets somebody has an interest of their own, below what they said of it when they offered to review. */
export function ConflictsField({
  datasets,
  declared,
  interests,
}: {
  datasets: readonly { datasetId: string; name: string }[]
  declared: readonly string[]
  interests: readonly OwnInterest[]
}) {
  const t = useT('queue.settings.conflicts')
  if (datasets.length === 0) return null
  return (
    <>
      {interests.map(({ id, dataset, interest }) => (
        <figure key={id} className="text-sm">
          <figcaption className="text-ink-soft">{t('offered', { dataset })}</figcaption>
          <blockquote className="mt-1 border-s-4 border-line-strong ps-3 wrap-anywhere whitespace-pre-wrap">
            {interest}
          </blockquote>
        </figure>
      ))}
      {datasets.map(({ datasetId }) => (
        <input key={datasetId} type="hidden" name="asked[]" value={datasetId} />
      ))}
      <CheckboxesField
        name="conflicts[]"
        legend={t('legend')}
        hint={t('hint')}
        options={datasets.map(({ datasetId, name }) => ({ value: datasetId, label: name }))}
        defaultValues={declared}
      />
    </>
  )
}
