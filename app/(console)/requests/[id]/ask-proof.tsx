import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import type { ProcessView } from '@/lib/takedowns/process-view'
import { Folded, Note } from './folded'
import { askProofAction } from './actions'

type Proofs = NonNullable<ProcessView['proofs']>

/** The lightest proof that is possible stands first; a document only behind a fold of its own. */
export function AskProof({ requestId, proofs }: { requestId: string; proofs: Proofs }) {
  const t = useT('process.more.proof')
  const form = useT('takedowns.forms')
  const name = useT('process.proof.name')
  const { addresses, domains, pages, offered } = proofs
  const methods = [
    ...(addresses.length > 0 ? (['row_address'] as const) : []),
    'page' as const,
    ...(domains.length > 0 ? (['well_known', 'dns'] as const) : []),
    'contact' as const,
    'letter' as const,
  ]
  const first = addresses.length + pages.length > 0 ? methods[0] : 'contact'
  return (
    <Folded title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      {offered ? <p>{t('offered', { how: form(offered.label) })}</p> : null}
      <Form action={askProofAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <RadioField
          name="method"
          legend={t('method')}
          options={methods.map((value) => ({ value, label: name(value) }))}
          defaultValue={methods.find((method) => method === offered?.method) ?? first}
        />
        {addresses.length > 0 ? (
          <When method="row_address">
            <SelectField
              name="address"
              label={t('address')}
              options={addresses.map(({ of, masked }) => ({ value: of, label: masked }))}
            />
          </When>
        ) : null}
        {domains.length > 0 ? (
          <When method="domain">
            <SelectField
              name="domain"
              label={t('domain')}
              options={domains.map((domain) => ({ value: domain, label: domain }))}
            />
          </When>
        ) : null}
        <When method="page">
          <Pages pages={pages} />
        </When>
        <Note />
        <SubmitButton pendingLabel={t('asking')}>{t('action')}</SubmitButton>
      </Form>
      {proofs.document ? <AskDocument requestId={requestId} /> : null}
    </Folded>
  )
}

/** Asked for with the way it belongs to; a browser that cannot tell shows it always. */
function When({ method, children }: { method: string; children: ReactNode }) {
  return (
    <div data-when={`method=${method}`} className="flex flex-col gap-4">
      {children}
    </div>
  )
}

/** The pages that could show it, each with what it has to do with the request: a person has to look whether nobody else can write there. */
function Pages({ pages }: { pages: Proofs['pages'] }) {
  const t = useT('process.more.proof')
  return (
    <>
      {pages.length > 0 ? (
        <>
          <ul className="flex flex-col gap-2 text-sm">
            {pages.map(({ address, tie, items, of }) => (
              <li key={address} className="wrap-anywhere">
                <a href={address} className="link" target="_blank" rel="noopener noreferrer nofollow">
                  <Visible text={address} />
                </a>
                <span className="block text-ink-soft">
                  {t(`tie.${tie}`)} {t('covers', { items, of })}
                </span>
              </li>
            ))}
          </ul>
          <SelectField
            name="page"
            label={t('page')}
            options={pages.map(({ address }) => ({ value: address, label: address }))}
          />
        </>
      ) : null}
      <TextField
        name="other_page"
        label={t(pages.length > 0 ? 'otherPage' : 'somePage')}
        hint={t('otherPageHint')}
        inputMode="url"
        spellCheck={false}
      />
      <CheckboxField name="sole" label={t('sole')} hint={t('soleHint')} />
    </>
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
