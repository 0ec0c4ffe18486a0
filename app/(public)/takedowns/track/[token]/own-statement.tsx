import { useT } from '#i18n'
import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { acceptStatementAction } from './actions'
import { Part } from './part'

/** What would be published as theirs, for their word. */
export function OwnStatement({ token, answerId, words }: { token: string; answerId: string; words: string }) {
  const t = useT('rights.track.statement')
  return (
    <Part title={t('title')}>
      <div className="flex flex-col gap-4 text-base">
        <blockquote className="border-s-4 border-accent ps-4 whitespace-pre-wrap">
          <Visible text={words} />
        </blockquote>
        <p>{t('text')}</p>
        <Form action={acceptStatementAction}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="answerId" value={answerId} />
          <CheckboxField name="sure" label={t('sure')} size="lg" />
          <SubmitButton kind="primary" size="lg" pendingLabel={t('accepting')}>
            {t('accept')}
          </SubmitButton>
        </Form>
        <p className="text-ink-soft">{t('otherwise')}</p>
      </div>
    </Part>
  )
}
