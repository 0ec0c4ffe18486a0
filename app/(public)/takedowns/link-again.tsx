import { useT } from '#i18n'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { linkAgainAction } from './actions'

/** For who has lost the letter with the private link. */
export function LinkAgain() {
  const t = useT('intake.router.link')
  return (
    <section>
      <h2 className="text-xl">{t('title')}</h2>
      <p className="mt-3 mb-5 text-base">{t('text')}</p>
      <Form action={linkAgainAction}>
        <TextField
          name="reference"
          label={t('reference')}
          hint={t('referenceHint')}
          size="lg"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <TextField
          name="email"
          label={t('email')}
          size="lg"
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          required
        />
        <SubmitButton size="lg" kind="secondary" pendingLabel={t('sending')}>
          {t('action')}
        </SubmitButton>
      </Form>
    </section>
  )
}
