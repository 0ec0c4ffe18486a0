import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { paths } from '@/lib/paths'

/** For whoever read a row elsewhere and saw what should not be in it: to the address of that row, which leads to the forms. */
export function ReportRow({
  slug,
  revision,
  files,
}: {
  slug: string
  revision: number
  files: readonly string[]
}) {
  const t = useT('catalogue.revision.report')
  if (files.length === 0) return null
  return (
    <Section title={t('title')}>
      <p className="mb-4 max-w-prose text-ink-soft">{t('lead')}</p>
      <form
        method="get"
        action={paths.revision(slug, revision)}
        className="no-print flex flex-wrap items-end gap-4"
      >
        <Field id="report-file" label={t('file')}>
          {(control) => (
            <Select
              name="file"
              options={files.map((file) => ({ value: file, label: file }))}
              className="max-w-full"
              {...control}
            />
          )}
        </Field>
        <Field id="report-row" label={t('row')} hint={t('rowHint')}>
          {(control) => (
            <Input
              name="row"
              inputMode="numeric"
              pattern="[0-9]{1,15}"
              required
              autoComplete="off"
              className="max-w-40"
              {...control}
            />
          )}
        </Field>
        <Button type="submit">{t('go')}</Button>
      </form>
    </Section>
  )
}
