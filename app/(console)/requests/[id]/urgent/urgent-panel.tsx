import { Visible } from '@/components/item/visible'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { getT } from '@/lib/i18n/server'
import type { RequestView } from '@/lib/takedowns/queries'
import { may } from '@/lib/takedowns/status'
import { urgentView } from '@/lib/urgent/queries'
import { answerUrgentAction, closeUnfoundAction, passAction, reportedAction } from './actions'

/** What safety officers do about a restricted request as a whole. The page is theirs alone. */
export async function UrgentPanel({ request }: { request: RequestView }) {
  const [t, view] = await Promise.all([getT('urgent.officer'), urgentView(request.id)])
  const fields = { requestId: request.id }
  const unfound = view.nothing && may(request.status, 'decline')
  return (
    <>
      <Section title={t('panel')}>
        <div className="flex max-w-prose flex-col gap-3">
          {view.urgent ? <p>{t(view.anonymous ? 'anonymous' : 'unconfirmed')}</p> : null}
          {view.waits ? (
            <Callout tone="warn" title={t('waits')}>
              <p>{t('waitsText')}</p>
            </Callout>
          ) : unfound ? (
            <p>{t('unfound')}</p>
          ) : (
            <p>{t('hidden', { open: request.openCases })}</p>
          )}
          <div className="flex flex-wrap gap-3">
            {view.waits ? (
              <ActionButton action={passAction} fields={fields} kind="primary" pendingLabel={t('passing')}>
                {t('pass')}
              </ActionButton>
            ) : null}
            {unfound ? (
              <ActionButton action={closeUnfoundAction} fields={fields} pendingLabel={t('closing')}>
                {t('close')}
              </ActionButton>
            ) : null}
            {request.openCases > 0 ? (
              <>
                <ActionButton
                  action={answerUrgentAction}
                  fields={{ ...fields, answer: 'confirm' }}
                  kind="primary"
                  pendingLabel={t('confirming')}
                >
                  {t('confirm')}
                </ActionButton>
                <ActionButton
                  action={answerUrgentAction}
                  fields={{ ...fields, answer: 'clear' }}
                  pendingLabel={t('clearing')}
                >
                  {t('clear')}
                </ActionButton>
              </>
            ) : null}
          </div>
          {request.openCases > 0 ? <p className="text-sm text-ink-soft">{t('each')}</p> : null}
        </div>
      </Section>
      <Section title={t('reported')}>
        <div className="flex max-w-prose flex-col gap-4">
          {view.reports.length === 0 ? (
            <p className="text-ink-soft">{t('reportedNone')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {view.reports.map(({ id, ...report }) => (
                <li key={id}>
                  <Visible text={t(report.reference ? 'reportedLine' : 'reportedLineBare', report)} />
                </li>
              ))}
            </ul>
          )}
          <Form action={reportedAction} resetOnSuccess>
            <input type="hidden" name="requestId" value={request.id} />
            <TextField name="authority" label={t('authority')} autoComplete="off" />
            <TextField name="reference" label={t('reference')} autoComplete="off" />
            <TextField name="on" label={t('on')} type="date" />
            <div>
              <SubmitButton pendingLabel={t('recording')}>{t('record')}</SubmitButton>
            </div>
          </Form>
          <p className="text-sm text-ink-soft">{t('reportedHint')}</p>
        </div>
      </Section>
    </>
  )
}
