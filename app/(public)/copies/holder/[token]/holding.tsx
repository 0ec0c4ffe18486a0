import { useT } from '#i18n'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Link } from '@/components/ui/link'
import type { HolderPage } from '@/lib/copies/queries'
import { paths } from '@/lib/paths'
import { appliedAction } from '../../actions'

/** One dataset of a holder: what is to be done with the copy, and the form that says it was. */
export function Holding({ token, holding }: { token: string; holding: HolderPage['holdings'][number] }) {
  const t = useT('copies.page')
  const { slug, dataset, version, releases, confirmed, approved, pending } = holding
  const [newest] = releases
  const isCurrent = newest !== undefined && confirmed.includes(newest)
  return (
    <section className="flex flex-col gap-4 text-base">
      <h2 className="text-xl">
        <Link href={paths.dataset(slug)}>{dataset}</Link>
      </h2>
      <p>
        {isCurrent ? t('current', { release: newest }) : t('behind', { release: newest ?? '' })}{' '}
        {version && !isCurrent ? t('uses', { release: version }) : null}
      </p>
      {pending > 0 ? (
        <p>
          {t.rich('pending', {
            n: pending,
            link: (words) => (
              <a className="underline" href={paths.copiesPending(token, slug, { restricted: approved })}>
                {words}
              </a>
            ),
          })}
        </p>
      ) : null}
      <p className="text-ink-soft">{t(approved ? 'approved' : 'notApproved')}</p>
      {isCurrent ? null : (
        <Form action={appliedAction}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="dataset" value={slug} />
          <SelectField
            name="release"
            label={t('applied.release')}
            size="lg"
            options={releases.map((name) => ({ value: name, label: name }))}
            defaultValue={newest}
          />
          <TextField
            name="receipt"
            label={t('applied.receipt')}
            hint={t('applied.receiptHint')}
            size="lg"
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton>{t('applied.action')}</SubmitButton>
        </Form>
      )}
    </section>
  )
}
