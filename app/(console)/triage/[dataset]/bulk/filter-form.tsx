import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { MOST_CASES } from '@/lib/bulk/labels'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { prepareBulkAction } from './actions'
import { VerdictFields } from './verdict-fields'

/** A decision on every open case that the filter of the triage table finds at this moment. */
export function FilterForm({
  policy,
  queue,
  chips,
  category,
  changeHref,
}: {
  policy: BulkPolicy
  queue: string
  /** The filters in words. */
  chips: readonly string[]
  category?: string
  changeHref: string
}) {
  const t = useT('bulk')
  return (
    <div className="max-w-form">
      <p className="mb-4 flex flex-wrap items-center gap-2 text-sm">
        {chips.length > 0 ? chips.map((chip) => <Badge key={chip}>{chip}</Badge>) : t('filter.none')}
        <Link href={changeHref} className="link">
          {t('filter.choose')}
        </Link>
      </p>
      <Form action={prepareBulkAction}>
        <input type="hidden" name="queue" value={queue} />
        <VerdictFields policy={policy} category={category} />
        <p className="text-sm text-ink-soft">{t('filter.most', { most: MOST_CASES })}</p>
        <SubmitButton pendingLabel={t('looking')}>{t('preview')}</SubmitButton>
      </Form>
    </div>
  )
}
