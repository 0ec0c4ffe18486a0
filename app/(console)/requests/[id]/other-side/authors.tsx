import { useLocale, useT } from '#i18n'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { formatDate } from '@/lib/format'
import type { AuthorRecord } from '@/lib/other-side/authors'
import { AUTHOR_POLICY } from '@/lib/other-side/numbers'
import { reasonName } from '@/lib/policies/reason-name'
import { leaveOutAuthorAction, warnAuthorAction } from './actions'

/** Authors of what the request removed, by how often that has happened: never by name. */
export function Authors({
  datasetId,
  authors,
  reasons,
  denied,
}: {
  datasetId: string
  authors: readonly AuthorRecord[]
  reasons: readonly { code: string; label: string }[]
  denied: string | undefined
}) {
  const t = useT('otherSide.staff.authors')
  const locale = useLocale()
  return (
    <Section title={t('title')}>
      <p className="mb-4 max-w-prose text-ink-soft">{t('text', AUTHOR_POLICY)}</p>
      <ul className="flex flex-col gap-6">
        {authors.map(({ author, strikes, references, warnedAt, isLeftOut, mayWarn, mayLeaveOut }) => (
          <li key={author}>
            <p>
              <span className="font-mono">{author.slice(0, 12)}</span>:{' '}
              {t('strikes', { n: strikes, references: references.join(', ') })}{' '}
              {warnedAt ? t('warned', { date: formatDate(warnedAt, false, locale) }) : null}{' '}
              {isLeftOut ? t('leftOut') : null}
            </p>
            {denied && (mayWarn || mayLeaveOut) ? <p className="text-ink-soft">{denied}</p> : null}
            {mayWarn && !denied ? (
              <Form action={warnAuthorAction}>
                <input type="hidden" name="datasetId" value={datasetId} />
                <input type="hidden" name="author" value={author} />
                <SubmitButton kind="secondary" pendingLabel={t('recording')}>
                  {t('warn')}
                </SubmitButton>
              </Form>
            ) : null}
            {mayLeaveOut && !denied ? (
              <div className="max-w-form">
                <Form action={leaveOutAuthorAction}>
                  <input type="hidden" name="datasetId" value={datasetId} />
                  <input type="hidden" name="author" value={author} />
                  <SelectField
                    name="reasonCode"
                    label={t('reason')}
                    placeholder={t('choose')}
                    options={reasons.map((reason) => ({ value: reason.code, label: reasonName(reason) }))}
                    required
                  />
                  <SubmitButton kind="danger" pendingLabel={t('recording')}>
                    {t('leaveOut')}
                  </SubmitButton>
                </Form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
