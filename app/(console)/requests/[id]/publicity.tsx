import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { CheckboxesField, RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { NoticeFacts } from '@/components/register/notice-facts'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import type { Member } from '@/lib/auth/actor'
import { formatDate } from '@/lib/format'
import { paths } from '@/lib/paths'
import { publicityOf, type Publicity as View } from '@/lib/register/staff'
import type { RequestView } from '@/lib/takedowns/queries'
import {
  proposeNoticeAction,
  releaseNoticeAction,
  rescindNoticeAction,
  withholdNoticeAction,
} from './publicity/actions'

/** What of this request becomes public, and who lets it out. */
export async function Publicity({ actor, request }: { actor: Member; request: RequestView }) {
  return <PublicityPanel view={await publicityOf(actor, request)} request={request} />
}

function PublicityPanel({ view, request }: { view: View; request: RequestView }) {
  const t = useT('register.staff')
  const { notice, state, barred } = view
  if (barred !== null || !notice)
    return (
      <Section title={t('title')}>
        <p className="max-w-prose text-sm text-ink-soft">{barred}</p>
      </Section>
    )
  return (
    <Section title={t('title')}>
      <State view={view} />
      <details open={state === 'proposed'} className="my-4 rounded-md border border-line px-4 py-3">
        <summary className="cursor-pointer text-sm font-medium">
          {t(state === 'published' ? 'was' : state === 'rescinded' ? 'before' : 'preview')}
        </summary>
        <div className="mt-3">
          <NoticeFacts notice={notice} dataset={request.dataset} standing={null} now={view.now} />
        </div>
      </details>
      {view.denied ? (
        <p className="text-sm text-ink-soft">{view.denied}</p>
      ) : (
        <WhatToDo view={view} requestId={request.id} hosts={notice.hosts.map(({ host }) => host)} />
      )}
    </Section>
  )
}

function State({ view: { state, at, mine, denied, needsTwo, registerId } }: { view: View }) {
  const t = useT('register.staff')
  const locale = useLocale()
  const date = at ? formatDate(at, false, locale) : ''
  switch (state) {
    case 'new':
      return <p className="text-sm text-ink-soft">{needsTwo ? t('two') : t('one')}</p>
    case 'withheld':
      return <p className="text-sm text-ink-soft">{t('withheld')}</p>
    case 'proposed':
      return <p className="text-sm">{mine ? t('proposedByYou') : t(denied ? 'proposed' : 'proposedToYou')}</p>
    case 'embargo':
      return <p className="text-sm">{t('embargo', { date })}</p>
    case 'rescinded':
      return <p className="text-sm">{t('rescinded', { date })}</p>
    case 'published':
      return (
        <p className="text-sm">
          {t('published', { date })}{' '}
          <Link href={paths.registerEntry(registerId ?? '')} className="link">
            {t('see')}
          </Link>
        </p>
      )
  }
}

type Doing = { view: View; requestId: string; hosts: readonly string[] }

function WhatToDo({ view, requestId, hosts }: Doing) {
  const t = useT('register.staff')
  const { state, mine, registerId, factId, embargoDays } = view
  if (state === 'new' || state === 'withheld')
    return <Propose view={view} requestId={requestId} hosts={hosts} />
  if (state === 'rescinded') return null
  if (state === 'published') return <Rescind requestId={requestId} />
  return (
    <div className="flex flex-wrap gap-3">
      {state === 'proposed' && !mine && registerId && factId ? (
        <div className="w-full max-w-form">
          <Form action={releaseNoticeAction}>
            <input type="hidden" name="requestId" value={requestId} />
            <input type="hidden" name="registerId" value={registerId} />
            <input type="hidden" name="fact" value={factId} />
            <Days least={embargoDays} />
            <SubmitButton pendingLabel={t('releasing')}>{t('releaseThis')}</SubmitButton>
          </Form>
        </div>
      ) : null}
      <ActionButton action={withholdNoticeAction} fields={{ requestId }} pendingLabel={t('withholding')}>
        {t('withhold')}
      </ActionButton>
    </div>
  )
}

function Propose({ view: { needsTwo, mayAdd, embargoDays }, requestId, hosts }: Doing) {
  const t = useT('register.staff')
  return (
    <div className="max-w-form">
      <Form action={proposeNoticeAction}>
        <input type="hidden" name="requestId" value={requestId} />
        {mayAdd ? (
          <TextareaField
            name="summary"
            label={t('summary')}
            hint={t('summaryHint')}
            rows={3}
            maxLength={600}
          />
        ) : (
          <p className="text-sm text-ink-soft">{t('noSummary')}</p>
        )}
        {hosts.length > 0 ? (
          <CheckboxesField
            name="hidden[]"
            legend={t('hidden')}
            hint={t('hiddenHint')}
            options={hosts.map((host) => ({ value: host, label: host }))}
          />
        ) : null}
        {/* Of two people the one who releases it says that. */}
        {needsTwo ? null : <Days least={embargoDays} />}
        <SubmitButton pendingLabel={needsTwo ? t('proposing') : t('releasing')}>
          {needsTwo ? t('propose') : t('release')}
        </SubmitButton>
      </Form>
    </div>
  )
}

function Days({ least }: { least: number }) {
  const t = useT('register.staff')
  return (
    <TextField
      name="days"
      label={t('days')}
      hint={t('daysHint', { n: least })}
      inputMode="numeric"
      defaultValue={String(least)}
    />
  )
}

function Rescind({ requestId }: { requestId: string }) {
  const t = useT('register.staff')
  return (
    <div className="max-w-form">
      <Form action={rescindNoticeAction}>
        <input type="hidden" name="requestId" value={requestId} />
        <RadioField
          name="reason"
          legend={t('rescindWhy')}
          hint={t('rescindHint')}
          options={(['delisted', 'mistake', 'court'] as const).map((value) => ({
            value,
            label: t(`rescindAs.${value}`),
          }))}
        />
        <SubmitButton kind="danger" pendingLabel={t('rescinding')}>
          {t('rescind')}
        </SubmitButton>
      </Form>
    </div>
  )
}
