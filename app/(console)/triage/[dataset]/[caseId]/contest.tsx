import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DialogButton } from '@/components/ui/dialog'
import type { CaseView } from '@/lib/review/case-view'
import { appealAction } from './actions'
import { CommandKey } from './key'

/** For somebody of the team who does not agree with the decision in force. */
export function Contest({ view }: { view: CaseView }) {
  const t = useT('caseFile.contest')
  if (view.cannotAppeal || !view.inForce) return null
  return (
    <div data-contest>
      <DialogButton
        size="sm"
        label={
          <>
            {t('title')} <CommandKey of="contest" />
          </>
        }
        title={t('title')}
      >
        <p className="text-sm text-ink-soft">{t('lead')}</p>
        <p className="text-sm text-ink-soft">{t('part')}</p>
        <Form action={appealAction}>
          <input type="hidden" name="datasetId" value={view.datasetId} />
          <input type="hidden" name="caseId" value={view.id} />
          <input type="hidden" name="decisionId" value={view.inForce.id} />
          <TextareaField name="grounds" label={t('grounds')} rows={4} />
          <SubmitButton pendingLabel={t('opening')}>{t('submit')}</SubmitButton>
        </Form>
      </DialogButton>
    </div>
  )
}

/** Why a decision is contested. Folded: it may quote a text that is covered. */
export function Grounds({ view: { grounds } }: { view: CaseView }) {
  const t = useT('caseFile.contest')
  if (!grounds) return null
  return (
    <details className="text-sm">
      <summary className="text-ink-soft">{t('why')}</summary>
      <p className="mt-1 ps-4 wrap-anywhere whitespace-pre-line">{grounds}</p>
    </details>
  )
}
