import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionPage } from '@/components/shell/question-page'
import { Timestamp } from '@/components/ui/timestamp'
import { type HolderPage, holderPage, publishedDatasets } from '@/lib/copies/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { holdingAction, leaveAction, lettersAction } from '../../actions'
import { Holding } from './holding'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('copies.page')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

export default async function CopiesHolderPage({ params }: PageProps<'/copies/holder/[token]'>) {
  const { token } = await params
  const [view, datasets, t] = await Promise.all([holderPage(token), publishedDatasets(), getT('copies.page')])
  if (!view) notFound()
  const others = datasets.filter(({ slug }) => !view.holdings.some((held) => held.slug === slug))
  return (
    <QuestionPage title={t('title')} lead={t('lead', { name: view.name })}>
      <div className="flex flex-col gap-10">
        {view.holdings.map((holding) => (
          <Holding key={holding.slug} token={token} holding={holding} />
        ))}
        {others.length > 0 ? (
          <section>
            <h2 className="mb-4 text-xl">{t('add.title')}</h2>
            <Form action={holdingAction}>
              <input type="hidden" name="token" value={token} />
              <SelectField
                name="dataset"
                label={t('add.dataset')}
                size="lg"
                options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
              />
              <TextField
                name="version"
                label={t('add.version')}
                size="lg"
                autoComplete="off"
                spellCheck={false}
              />
              <SubmitButton kind="secondary">{t('add.action')}</SubmitButton>
            </Form>
          </section>
        ) : null}
        <Letters token={token} view={view} />
      </div>
    </QuestionPage>
  )
}

function Letters({ token, view: { letters, until } }: { token: string; view: HolderPage }) {
  const t = useT('copies.page')
  return (
    <section className="flex flex-col items-start gap-4 text-base">
      <h2 className="text-xl">{t('letters.title')}</h2>
      <p>{t(letters ? 'letters.on' : 'letters.off')}</p>
      <ActionButton action={lettersAction} fields={{ token, letters: letters ? 'off' : 'on' }}>
        {t(letters ? 'letters.stop' : 'letters.start')}
      </ActionButton>
      <p>{t.rich('leave.text', { date: () => <Timestamp at={until} show="date" /> })}</p>
      <ActionButton action={leaveAction} fields={{ token }}>
        {t('leave.action')}
      </ActionButton>
      <p className="text-sm text-ink-soft">{t('secret', { path: paths.copiesPage('…') })}</p>
    </section>
  )
}
