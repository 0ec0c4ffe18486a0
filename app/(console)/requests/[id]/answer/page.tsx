import type { Metadata } from 'next'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { PageHeader, Section } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { answerView, type AnswerView } from '@/lib/takedowns/answer-view'
import { isToKnow } from '@/lib/takedowns/rights'
import { AccessForm } from './access-form'
import { dropAction } from './actions'
import { CorrectionForm } from './correction-form'
import { Proposed } from './proposed'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('rights.staff')
  return { title: t('title'), robots: { index: false, follow: false } }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The rows that were found, to be judged one by one; and what somebody proposed, to be looked at by somebody else. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const [{ id }, { from }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.requestAnswer(id))
  const view = await orNotFound(answerView(actor, id, from))
  const [t, requests] = await Promise.all([getT('rights.staff'), getT('requests')])
  const { request, proposed } = view
  return (
    <>
      <PageHeader
        trail={[
          { href: paths.requests(), label: requests('title') },
          { href: paths.request(id), label: t('back', { reference: request.reference }) },
        ]}
        title={t('heading', { reference: request.reference })}
        lead={t(isToKnow(request) ? 'access' : 'rectification')}
      />
      <Wrong request={request} />
      {view.notAllOf.length > 0 ? (
        <Callout tone="warn">
          <Visible text={t('notAllOf', { n: view.notAllOf.length, what: view.notAllOf.join('; ') })} />
        </Callout>
      ) : null}
      {proposed ? <Proposed view={view} /> : null}
      <Begun view={view} />
      {view.mayAnswer ? <ToAnswer view={view} /> : null}
      {proposed || view.begun || (view.mayAnswer && view.open) ? null : (
        <Callout>{t('nothingHere', { open: view.open ? 'yes' : 'no' })}</Callout>
      )}
    </>
  )
}

/** What somebody says is wrong, in their words. */
function Wrong({ request }: Pick<AnswerView, 'request'>) {
  const t = useT('rights.staff')
  const said = request.contact?.answers.correction
  if (!said) return null
  return (
    <Section title={t('asked')}>
      <p className="max-w-prose whitespace-pre-wrap">
        <Visible text={said} />
      </p>
    </Section>
  )
}

/** How far somebody is who judges many rows. */
function Begun({ view: { request, begun } }: { view: AnswerView }) {
  const t = useT('rights.staff')
  if (!begun) return null
  return (
    <Section title={t('begun')}>
      <div className="flex flex-col items-start gap-3">
        <p>{t('judged', { n: begun.judged })}</p>
        {begun.denied ? <p className="text-ink-soft">{begun.denied}</p> : null}
        <ActionButton
          action={dropAction}
          fields={{ requestId: request.id, answerId: begun.id }}
          pendingLabel={t('dropping')}
        >
          {t('beginAnew')}
        </ActionButton>
      </div>
    </Section>
  )
}

function ToAnswer({ view }: { view: AnswerView }) {
  const t = useT('rights.staff')
  if (!view.open) return null
  if (view.looking) return <Callout>{t('looking')}</Callout>
  if (view.asked) return <p className="text-ink-soft">{view.asked}</p>
  if (view.begun?.denied) return null
  return isToKnow(view.request) ? <AccessForm view={view} /> : <CorrectionForm view={view} />
}
