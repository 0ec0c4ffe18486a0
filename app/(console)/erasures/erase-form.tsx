import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { type Detail, DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import type { SubjectInput } from '@/lib/erasure/input'
import { GIVEN_BASES } from '@/lib/erasure/labels'
import { type ErasurePreview, isEmpty } from '@/lib/erasure/preview'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { eraseAction } from './actions'

/** What goes, what stays, and the button. */
export function EraseForm({ preview, subject }: { preview: ErasurePreview; subject: SubjectInput }) {
  const t = useT('erasures')
  const name = subject.what === 'item' ? { digest: subject.digest } : { request: subject.request }
  return (
    <div className="flex max-w-form flex-col gap-6">
      <DescriptionList items={useDetails(preview)} />
      {preview.releases.length > 0 ? (
        <Callout tone="warn" title={t('preview.releases.title')}>
          {t('preview.releases.text', {
            releases: preview.releases.join(', '),
            n: preview.releases.length,
          })}
        </Callout>
      ) : null}
      {isEmpty(preview) ? (
        <Callout title={t('preview.empty.title')}>{t('preview.empty.text')}</Callout>
      ) : null}
      {preview.blocked ? (
        <Callout tone="warn" title={t('preview.blocked.title')}>
          {preview.blocked}
        </Callout>
      ) : null}
      {isEmpty(preview) || preview.blocked ? null : (
        <Form action={eraseAction}>
          <input type="hidden" name="what" value={subject.what} />
          <input type="hidden" name="dataset" value={subject.dataset} />
          {Object.entries(name).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <SelectField
            name="basis"
            label={t('form.basis.label')}
            hint={t('form.basis.hint')}
            placeholder={t('form.basis.choose')}
            options={GIVEN_BASES.map((code) => ({ value: code, label: t(`basis.${code}`) }))}
          />
          <CheckboxField name="sure" label={t('form.sure.label')} hint={t('form.sure.hint')} />
          <SubmitButton kind="danger" pendingLabel={t('form.erasing')}>
            {t('form.erase')}
          </SubmitButton>
        </Form>
      )}
      <p className="text-sm">
        <Link href={paths.erasures()} className="link">
          {t('look.again')}
        </Link>
      </p>
    </div>
  )
}

function useDetails(preview: ErasurePreview): Detail[] {
  const t = useT('erasures.preview')
  const { what, name, dataset, content, files, sources, openings, contact, targets, letters, revisions } =
    preview
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const own: Detail[] =
    what === 'item'
      ? [
          { term: t('text'), detail: <span className="font-mono">{name}</span> },
          { term: t('content.term'), detail: content > 0 ? t('content.held') : t('none') },
          {
            term: t('rows.term'),
            detail:
              rows > 0
                ? t('rows.held', { rows, files: files.map(({ path }) => path).join(', ') })
                : t('none'),
          },
          { term: t('sources'), detail: formatCount(sources) },
          {
            term: t('revisions.term'),
            detail:
              revisions.length > 0 ? t('revisions.held', { revisions: revisions.join(', ') }) : t('none'),
          },
        ]
      : [
          { term: t('request'), detail: name },
          { term: t('contact.term'), detail: contact > 0 ? t('contact.held') : t('none') },
          { term: t('targets'), detail: formatCount(targets) },
          { term: t('letters'), detail: formatCount(letters) },
        ]
  return [
    { term: t('dataset'), detail: dataset },
    ...own,
    { term: t('openings.term'), detail: t('openings.held', { n: openings }) },
  ]
}
