import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { withdrawAction } from '../../actions'

export function WithdrawForm({ token }: { token: string }) {
  const t = useT('takedowns.track.withdraw')
  return (
    <Form action={withdrawAction}>
      <input type="hidden" name="token" value={token} />
      <p className="text-base text-ink-soft">{t('text')}</p>
      <CheckboxField name="sure" label={t('sure')} size="lg" />
      <SubmitButton kind="danger" size="lg" pendingLabel={t('withdrawing')}>
        {t('action')}
      </SubmitButton>
    </Form>
  )
}
