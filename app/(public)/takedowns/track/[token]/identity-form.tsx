import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Copied } from '@/components/ui/copied'
import type { Standing } from '@/lib/takedowns/process-view'
import { enterCodeAction, lookNowAction, sendCodeAction } from './actions'

/** The proof that was asked for: a code, something on a page or a domain, or how a letter is shown. */
export function IdentityForm({ token, proof }: { token: string; proof: Standing['proof'] }) {
  const t = useT('process.track')
  if (!proof) return null
  switch (proof.method) {
    case 'row_address':
    case 'contact':
      return (
        <>
          <p>{t(proof.method)}</p>
          <ActionButton
            action={sendCodeAction}
            fields={{ token }}
            kind={proof.codeSent ? 'secondary' : 'primary'}
            size="lg"
            pendingLabel={t('sendingCode')}
          >
            {t('sendCode')}
          </ActionButton>
          {proof.codeSent ? <Code token={token} /> : null}
        </>
      )
    case 'page':
    case 'well_known':
    case 'dns':
      return <Place token={token} proof={proof} method={proof.method} />
    case 'letter':
    case 'document':
      return <p>{t(proof.method)}</p>
  }
}

function Code({ token }: { token: string }) {
  const t = useT('process.track')
  return (
    <Form action={enterCodeAction}>
      <input type="hidden" name="token" value={token} />
      <TextField name="code" label={t('code')} size="lg" inputMode="numeric" autoComplete="one-time-code" />
      <SubmitButton kind="primary" size="lg" pendingLabel={t('checking')}>
        {t('check')}
      </SubmitButton>
    </Form>
  )
}

function Place({
  token,
  proof,
  method,
}: {
  token: string
  proof: NonNullable<Standing['proof']>
  method: 'page' | 'well_known' | 'dns'
}) {
  const t = useT('process.track')
  const looked = useT('process.proof.looked')
  const last = (['absent', 'different', 'elsewhere', 'unreachable'] as const).find(
    (one) => one === proof.lastLook,
  )
  return (
    <>
      <p>{t(method)}</p>
      <Copied text={proof.where} />
      <p>{t(`${method}Text`)}</p>
      <Copied text={proof.what} />
      <p>{t('then')}</p>
      {last ? <p className="font-medium">{looked(last)}</p> : null}
      <ActionButton
        action={lookNowAction}
        fields={{ token }}
        kind="primary"
        size="lg"
        pendingLabel={t('looking')}
      >
        {t('look')}
      </ActionButton>
    </>
  )
}
