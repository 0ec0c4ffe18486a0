import Link from 'next/link'
import { useT } from '#i18n'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { categoryName } from '@/lib/detection/category-name'
import type { ComplaintView } from '@/lib/other-side/complaint-view'
import { paths } from '@/lib/paths'
import { METHODS } from '@/lib/takedowns/proof-methods'
import { hearComplaintAction } from './actions'

/** What took out what somebody wrote, and the one thing to do: to see that it is theirs. */
export function ComplaintPanel({
  complaint: { cases, rules, shownBy, heard, mayHear },
  requestId,
  slug,
  denied,
}: {
  complaint: ComplaintView
  requestId: string
  slug: string
  denied: string | undefined
}) {
  const t = useT('otherSide.staff.complaint')
  const how = useT('process.proof.name')
  const action = useT('labels.action')
  const source = useT('suppression.source')
  return (
    <div className="flex flex-col gap-4">
      <p>{t('found', { n: cases.length })}</p>
      {cases.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 ps-6">
          {cases.map((one) => (
            <li key={one.id}>
              <Link href={paths.reviewCase(slug, one.id)} className="link">
                {categoryName(one.category)}
              </Link>
              : {action(`${one.action}.verb`)}
            </li>
          ))}
        </ul>
      ) : null}
      {rules.length > 0 ? (
        <>
          <p>{t('rules', { n: rules.length })}</p>
          <ul className="flex list-disc flex-col gap-1 ps-6">
            {rules.map(({ id, kind, category }) => (
              <li key={id}>
                <Link href={paths.exclusion(slug, id)} className="link">
                  {source(kind)}
                </Link>{' '}
                ({categoryName(category)})
              </li>
            ))}
          </ul>
          <p className="text-ink-soft">{t(rules.some(({ own }) => own) ? 'rulesOwn' : 'rulesText')}</p>
        </>
      ) : null}
      {heard && shownBy ? <p className="text-ink-soft">{t('heard', { how: how(shownBy) })}</p> : null}
      {mayHear ? (
        <div className="max-w-form">
          <Form action={hearComplaintAction}>
            <input type="hidden" name="requestId" value={requestId} />
            <p className="text-ink-soft">{t('text')}</p>
            <SelectField
              name="how"
              label={t('how')}
              placeholder={t('choose')}
              options={METHODS.map((value) => ({ value, label: how(value) }))}
              required
            />
            <SubmitButton pendingLabel={t('recording')}>{t('hear')}</SubmitButton>
          </Form>
        </div>
      ) : null}
      {!mayHear && !heard && denied ? <p className="text-ink-soft">{denied}</p> : null}
    </div>
  )
}
