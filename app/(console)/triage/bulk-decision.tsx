'use client'

import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DialogButton } from '@/components/ui/dialog'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { prepareBulkAction } from './[dataset]/bulk/actions'
import { VerdictFields } from './[dataset]/bulk/verdict-fields'

/** One decision on the selected cases: it leads to a page that says what it would do to which. */
export function BulkDecision({
  ids,
  policies,
}: {
  /** `dataset id/case id` */
  ids: readonly string[]
  policies: readonly BulkPolicy[]
}) {
  const t = useT('triage.decide')
  const datasets = new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))
  const policy = policies.find(({ datasetId }) => datasets.has(datasetId))
  const reason = datasets.size > 1 ? t('oneDataset') : (policy?.denied ?? (policy ? null : t('none')))
  return (
    <DialogButton
      label={t('open')}
      title={t('title', { n: ids.length })}
      kind="primary"
      size="sm"
      disabledReason={reason}
    >
      {policy && !reason ? (
        <Form action={prepareBulkAction}>
          {ids.map((id) => (
            <input key={id} type="hidden" name="caseIds[]" value={id.slice(id.indexOf('/') + 1)} />
          ))}
          <VerdictFields policy={policy} />
          <SubmitButton pendingLabel={t('looking')}>{t('preview')}</SubmitButton>
        </Form>
      ) : null}
    </DialogButton>
  )
}
