import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { formatDate } from '@/lib/format'
import { say } from '@/lib/i18n/say'
import { nameOf } from '@/lib/takedowns/elements'
import type { ProcessView } from '@/lib/takedowns/process-view'
import type { RequestView } from '@/lib/takedowns/queries'
import { dismissals } from '@/lib/takedowns/rejections'
import { may } from '@/lib/takedowns/status'
import { AskProof } from './ask-proof'
import { Folded, Note } from './folded'
import {
  askInfoAction,
  holdAction,
  markDuplicateAction,
  notifyOwnerAction,
  rejectAction,
  unmarkDuplicateAction,
} from './actions'

/** `denied`: why it is not theirs to dismiss. */
type Props = { request: RequestView; view: ProcessView; denied: string | undefined }

/** What else can be done with a request, each folded until it is wanted. */
export function OtherSteps({ request, view, denied }: Props) {
  const t = useT('process.more')
  const steps = [
    <AskMissing key="ask" request={request} view={view} />,
    view.proofs ? <AskProof key="proof" requestId={request.id} proofs={view.proofs} /> : null,
    view.ownerDays > 0 ? <TellOwner key="owner" requestId={request.id} days={view.ownerDays} /> : null,
    <Duplicate key="duplicate" request={request} view={view} />,
    may(request.status, 'hold') ? <Hold key="hold" requestId={request.id} /> : null,
    may(request.status, 'reject') ? <Reject key="reject" request={request} denied={denied} /> : null,
  ]
  const possible =
    view.elements.length > 0 ||
    (['hold', 'reject', 'unmark_duplicate'] as const).some((step) => may(request.status, step))
  if (!possible) return null
  return (
    <Section title={t('title')}>
      <div className="divide-y divide-line border-y border-line">{steps}</div>
    </Section>
  )
}

function AskMissing({ request, view }: Omit<Props, 'denied'>) {
  const t = useT('process.more.ask')
  if (view.elements.length === 0) return null
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      <Form action={askInfoAction}>
        <input type="hidden" name="requestId" value={request.id} />
        <CheckboxesField
          name="missing[]"
          legend={t('missing')}
          options={view.elements.map((element) => ({ value: element.name, label: nameOf(say, element) }))}
        />
        <Note />
        <SubmitButton pendingLabel={t('asking')}>{t('action')}</SubmitButton>
      </Form>
    </Folded>
  )
}

function TellOwner({ requestId, days }: { requestId: string; days: number }) {
  const t = useT('process.more.owner')
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text', { n: days })}</p>
      <Form action={notifyOwnerAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <Note />
        <SubmitButton pendingLabel={t('asking')}>{t('action')}</SubmitButton>
      </Form>
    </Folded>
  )
}

function Duplicate({ request, view }: Omit<Props, 'denied'>) {
  const t = useT('process.more.duplicate')
  const locale = useLocale()
  if (may(request.status, 'unmark_duplicate'))
    return (
      <div className="py-3">
        <ActionButton
          action={unmarkDuplicateAction}
          fields={{ requestId: request.id }}
          pendingLabel={t('undoing')}
        >
          {t('undo')}
        </ActionButton>
      </div>
    )
  if (view.earlier.length === 0) return null
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      <Form action={markDuplicateAction}>
        <input type="hidden" name="requestId" value={request.id} />
        <SelectField
          name="of"
          label={t('of')}
          options={view.earlier.map(({ id, reference, confirmedAt }) => ({
            value: id,
            label: t('confirmed', {
              reference,
              date: confirmedAt ? formatDate(confirmedAt, false, locale) : '',
            }),
          }))}
        />
        <SubmitButton pendingLabel={t('putting')}>{t('action')}</SubmitButton>
      </Form>
    </Folded>
  )
}

function Hold({ requestId }: { requestId: string }) {
  const t = useT('process.more.hold')
  const held = useT('process.held')
  return (
    <Folded title={t('title')}>
      <Form action={holdAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <RadioField
          name="reason"
          legend={t('reason')}
          options={(['court_order', 'litigation'] as const).map((value) => ({ value, label: held(value) }))}
        />
        <Note />
        <SubmitButton pendingLabel={t('holding')}>{t('action')}</SubmitButton>
      </Form>
    </Folded>
  )
}

function Reject({ request, denied }: Omit<Props, 'view'>) {
  const t = useT('process.more.reject')
  const reasons = useT('process.rejected')
  const short = useT('process.rejectedShort')
  if (denied)
    return (
      <Folded title={t('title')}>
        <p className="text-ink-soft">{denied}</p>
      </Folded>
    )
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      <Form action={rejectAction}>
        <input type="hidden" name="requestId" value={request.id} />
        <RadioField
          name="reason"
          legend={t('reason')}
          options={dismissals(request).map((value) => ({
            value,
            label: short(value),
            hint: reasons(value),
          }))}
        />
        <Note />
        <SubmitButton kind="danger" pendingLabel={t('rejecting')}>
          {t('action')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
