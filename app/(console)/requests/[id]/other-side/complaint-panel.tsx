import { useT } from '#i18n'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Link } from '@/components/ui/link'
import { categoryName } from '@/lib/detection/category-name'
import type { ComplaintView } from '@/lib/other-side/complaint-view'
import { paths } from '@/lib/paths'
import { METHODS } from '@/lib/takedowns/proof-methods'
import { hearComplaintAction } from './actions'

/** What took out what somebody wrote, and the one thing to do: to see that it is theirs. */
export function ComplaintPanel({
  complaint: { cases, rules, shownBy, heard, hear },
  requestId,
  slug,
}: {
  complaint: ComplaintView
  requestId: string
  slug: string
}) {
  const t = useT('otherSide.staff.complaint')
  const how = useT('process.proof.name')
  const action = useT('labels.action')
  const source = useT('suppression.source')
  const isNone = cases.length === 0 && rules.length === 0
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
          {hear && hear.denied === undefined ? <p className="text-ink-soft">{t('rulesText')}</p> : null}
        </>
      ) : null}
      {heard && shownBy ? <p className="text-ink-soft">{t('heard', { how: how(shownBy) })}</p> : null}
      {hear && hear.denied === undefined ? (
        <div className="max-w-form">
          <Form action={hearComplaintAction}>
            <input type="hidden" name="requestId" value={requestId} />
            <p className="text-ink-soft">{t(isNone ? 'textNone' : 'text')}</p>
            <SelectField
              name="how"
              label={t('how')}
              placeholder={t('choose')}
              options={METHODS.map((value) => ({ value, label: how(value) }))}
              required
            />
            <SubmitButton pendingLabel={t('recording')}>{t(isNone ? 'hearNone' : 'hear')}</SubmitButton>
          </Form>
        </div>
      ) : null}
      {hear?.denied ? <p className="text-ink-soft">{hear.denied}</p> : null}
    </div>
  )
}
