import { useT } from '#i18n'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { contestAction } from '../../actions'

export function ContestForm({ token }: { token: string }) {
  const t = useT('takedowns.track.contest')
  return (
    <Form action={contestAction}>
      <input type="hidden" name="token" value={token} />
      <p className="text-base text-ink-soft">{t('text')}</p>
      <TextareaField name="grounds" label={t('grounds')} hint={t('groundsHint')} rows={5} size="lg" />
      <SubmitButton size="lg" pendingLabel={t('sending')}>
        {t('action')}
      </SubmitButton>
    </Form>
  )
}
