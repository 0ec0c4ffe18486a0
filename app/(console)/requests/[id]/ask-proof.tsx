import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import type { ProcessView } from '@/lib/takedowns/process-view'
import { Folded, Note } from './folded'
import { askProofAction } from './actions'

type Proofs = NonNullable<ProcessView['proofs']>

/** The lightest proof that is possible stands first; a document only behind a fold of its own. */
export function AskProof({ requestId, proofs }: { requestId: string; proofs: Proofs }) {
  const t = useT('process.more.proof')
  const name = useT('process.proof.name')
  const { addresses, domains, lower } = proofs
  const methods = [
    ...(addresses.length > 0 ? (['row_address'] as const) : []),
    ...(domains.length > 0 ? (['well_known', 'dns'] as const) : []),
    'contact' as const,
    'letter' as const,
  ]
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      <Form action={askProofAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <RadioField
          name="method"
          legend={t('method')}
          options={methods.map((value) => ({ value, label: name(value) }))}
          defaultValue={methods[0]}
        />
        {addresses.length > 0 ? (
          <SelectField
            name="address"
            label={t('address')}
            options={addresses.map(({ of, masked }) => ({ value: of, label: masked }))}
          />
        ) : null}
        {domains.length > 0 ? (
          <SelectField
            name="domain"
            label={t('domain')}
            options={domains.map((domain) => ({ value: domain, label: domain }))}
          />
        ) : null}
        <Note />
        <SubmitButton pendingLabel={t('asking')}>{t('action')}</SubmitButton>
      </Form>
      {lower.tried || !lower.possible ? <AskDocument requestId={requestId} /> : null}
    </Folded>
  )
}

function AskDocument({ requestId }: { requestId: string }) {
  const t = useT('process.more.proof')
  const more = useT('process.more')
  return (
    <Folded title={t('document')}>
      <p className="text-ink-soft">{t('documentHint')}</p>
      <Form action={askProofAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="method" value="document" />
        <RadioField
          name="doubt"
          legend={t('doubt')}
          options={(['mismatch', 'contradiction', 'high_risk'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        <TextareaField name="note" label={more('note')} hint={more('noteHint')} rows={3} />
        <SubmitButton pendingLabel={t('asking')}>{t('action')}</SubmitButton>
      </Form>
    </Folded>
  )
}
