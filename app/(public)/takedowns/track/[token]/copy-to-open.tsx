import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { formatDate } from '@/lib/format'
import type { RightsView } from '@/lib/takedowns/rights-view'
import { openCopyAction, sendCopyCodeAction } from './actions'

/** A copy that waits, and the code that opens it. */
export function CopyToOpen({ token, told }: { token: string; told: NonNullable<RightsView['told']> }) {
  const t = useT('rights.track')
  const locale = useLocale()
  return (
    <>
      <p>{t('copy', { rows: told.rows })}</p>
      {told.others > 0 ? <p>{t('others', { n: told.others })}</p> : null}
      {told.canBeOpened && told.until ? (
        <>
          <p>{t('until', { date: formatDate(told.until, false, locale) })}</p>
          <p>{t('how')}</p>
          <ActionButton
            action={sendCopyCodeAction}
            fields={{ token }}
            kind={told.codeSent ? 'secondary' : 'primary'}
            size="lg"
            pendingLabel={t('sending')}
          >
            {t(told.codeSent ? 'again' : 'sendCode')}
          </ActionButton>
          {told.codeSent ? <Code token={token} /> : null}
        </>
      ) : (
        <p>{t('over')}</p>
      )}
      <p className="text-ink-soft">{t('restricted')}</p>
    </>
  )
}

/** What the letter said that called it back. */
export function CopyRecalled({
  recalled: { reason, words },
}: {
  recalled: NonNullable<NonNullable<RightsView['told']>['recalled']>
}) {
  const t = useT('rights.recalled')
  return (
    <>
      <p>
        {t('page')} {t(`why.${reason}`)}
      </p>
      {words ? (
        <Callout tone="note" title={t('wrote')}>
          <p className="whitespace-pre-wrap">
            <Visible text={words} />
          </p>
        </Callout>
      ) : null}
      <p>{t('means')}</p>
      <p>{t('next')}</p>
    </>
  )
}

function Code({ token }: { token: string }) {
  const t = useT('rights.track')
  return (
    <Form action={openCopyAction}>
      <input type="hidden" name="token" value={token} />
      <TextField name="code" label={t('code')} size="lg" inputMode="numeric" autoComplete="one-time-code" />
      <SubmitButton kind="primary" size="lg" pendingLabel={t('opening')}>
        {t('open')}
      </SubmitButton>
    </Form>
  )
}
