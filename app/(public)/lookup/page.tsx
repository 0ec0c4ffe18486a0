import type { Metadata } from 'next'
import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionPage } from '@/components/shell/question-page'
import { Messages } from '@/app/messages'
import { Link } from '@/components/ui/link'
import { getT } from '@/lib/i18n/server'
import { CLAIMS, MAILBOXES, WHAT } from '@/lib/lookup/input'
import { paths } from '@/lib/paths'
import { lookUpAction, proveAction } from './actions'
import { LookupAnswer } from './answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('lookup')
  return { title: t('title'), description: t('description') }
}

/** Never a search for people: one exact thing, or what somebody proves to be theirs. */
export default async function LookupPage() {
  const t = await getT('lookup')
  return (
    <QuestionPage title={t('title')} lead={t('lead')}>
      <Messages areas={['lookup']}>
        <Form action={lookUpAction}>
          <RadioField
            name="what"
            legend={t('what.legend')}
            size="lg"
            options={WHAT.map((what) => ({
              value: what,
              label: t(`what.${what}.label`),
              hint: t(`what.${what}.hint`),
            }))}
            defaultValue="url"
          />
          <TextareaField
            name="value"
            label={t('value')}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            size="lg"
          />
          <SubmitButton size="lg" pendingLabel={t('looking')}>
            {t('submit')}
          </SubmitButton>
          <LookupAnswer />
        </Form>
      </Messages>
      <h2 className="mt-12 text-xl">{t('names.title')}</h2>
      <p className="mt-3 text-base">{t('names.text')}</p>
      <p className="mt-2 text-base">
        <Link href={paths.takedowns()} className="link">
          {t('names.request')}
        </Link>
      </p>
      <ProveForm />
    </QuestionPage>
  )
}

function ProveForm() {
  const t = useT('lookup.prove')
  return (
    <>
      <h2 className="mt-12 text-xl">{t('title')}</h2>
      <p className="mt-3 mb-5 text-base">{t('lead')}</p>
      <Form action={proveAction}>
        <RadioField
          name="kind"
          legend={t('kind.legend')}
          size="lg"
          options={CLAIMS.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}.label`),
            hint: t(`kind.${kind}.hint`),
          }))}
          defaultValue="email"
        />
        <TextField name="value" label={t('value')} autoComplete="off" spellCheck={false} size="lg" required />
        <SelectField
          name="mailbox"
          label={t('mailbox')}
          hint={t('mailboxHint')}
          size="lg"
          options={MAILBOXES.map((mailbox) => ({ value: mailbox, label: mailbox }))}
        />
        <SubmitButton kind="secondary" size="lg" pendingLabel={t('sending')}>
          {t('submit')}
        </SubmitButton>
      </Form>
    </>
  )
}
