import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { SelectField, TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Section } from '@/components/ui/page-header'
import { type Progress, StatusBadge } from '@/components/ui/status-badge'
import { Timeline } from '@/components/ui/timeline'
import { Timestamp } from '@/components/ui/timestamp'
import { getT } from '@/lib/i18n/server'
import { type ClockState, type ClockView, clockViews } from '@/lib/takedowns/clock-view'
import { EXTEND_REASONS } from '@/lib/takedowns/clock-verbs'
import { extendClockAction, pauseClockAction, resumeClockAction } from './clocks/actions'

/** By when the law and our promises want what, what moved that, and what may move it now. `denied`: why the reader moves nothing. */
export async function ClocksPanel({ requestId, denied }: { requestId: string; denied: string | undefined }) {
  const [clocks, t] = await Promise.all([clockViews(requestId), getT('clocks.panel')])
  const order = (clock: ClockView) => (isOver(clock) ? 1 : 0)
  return (
    <Section title={t('title')}>
      {clocks.length === 0 ? <p className="text-ink-soft">{t('none')}</p> : null}
      <div className="flex flex-col gap-4">
        {clocks
          .toSorted((a, b) => order(a) - order(b))
          .map((clock) => (
            <Clock key={clock.id} clock={clock} denied={denied} />
          ))}
      </div>
    </Section>
  )
}

const PROGRESS: Record<ClockState, Progress> = {
  running: 'active',
  near: 'attention',
  over: 'refused',
  paused: 'held',
  satisfied: 'done',
  late: 'attention',
}

const isOver = ({ state }: ClockView) => state === 'satisfied' || state === 'late'

function Clock({ clock, denied }: { clock: ClockView; denied: string | undefined }) {
  const t = useT('clocks.panel')
  const { title, state, until, events, fixed } = clock
  return (
    <article className="rounded-md border border-line p-4">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-base font-medium">{title}</h3>
        <StatusBadge progress={PROGRESS[state]}>{t(`state.${state}`)}</StatusBadge>
      </header>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        {until ? t('bySaid', { until, why: clock.because }) : t('stands')}
      </p>
      {isOver(clock) || !clock.isOurs ? null : <Moves clock={clock} denied={denied} fixed={fixed} />}
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-ink-soft">{t('history')}</summary>
        <div className="mt-3">
          <Timeline
            label={t('historyOf', { clock: title })}
            entries={events.map(({ key, title: happened, at }) => ({
              key: String(key),
              title: happened,
              when: <Timestamp at={at} />,
            }))}
          />
        </div>
      </details>
    </article>
  )
}

function Moves({
  clock,
  denied,
  fixed,
}: {
  clock: ClockView
  denied: string | undefined
  fixed: string | null
}) {
  const t = useT('clocks.panel')
  const refused = denied ?? fixed
  if (refused) return <p className="mt-2 max-w-prose text-sm text-ink-soft">{refused}</p>
  return (
    <div className="no-print mt-3 flex flex-col gap-3">
      {clock.mayResume ? (
        <>
          <ActionButton
            action={resumeClockAction}
            fields={{ clockId: clock.id }}
            size="sm"
            pendingLabel={t('working')}
          >
            {t('resume')}
          </ActionButton>
          <Told />
        </>
      ) : null}
      {clock.pauseFor.length > 0 ? <Pause clock={clock} /> : null}
      {clock.extendTo ? <Extend clock={clock} to={clock.extendTo} /> : null}
    </div>
  )
}

/** What the requester learns of it. */
function Told() {
  const t = useT('clocks.panel')
  return <p className="max-w-prose text-sm text-ink-soft">{t('told')}</p>
}

function Pause({ clock }: { clock: ClockView }) {
  const [t, reason] = [useT('clocks.panel'), useT('clocks.reason')]
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">{t('pause.title')}</summary>
      <div className="mt-3 flex max-w-form flex-col gap-4">
        <Told />
        <Form action={pauseClockAction}>
          <input type="hidden" name="clockId" value={clock.id} />
          <SelectField
            name="reason"
            label={t('reason')}
            placeholder={t('choose')}
            options={clock.pauseFor.map((value) => ({ value, label: reason(value) }))}
            required
          />
          <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={3} maxLength={1_000} />
          <SubmitButton size="sm" kind="secondary" pendingLabel={t('working')}>
            {t('pause.submit')}
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}

function Extend({ clock, to: { least, most } }: { clock: ClockView; to: { least: number; most: number } }) {
  const [t, reason] = [useT('clocks.panel'), useT('clocks.reason')]
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">{t('extend.title')}</summary>
      <div className="mt-3 flex max-w-form flex-col gap-4">
        <Told />
        <Form action={extendClockAction}>
          <input type="hidden" name="clockId" value={clock.id} />
          <TextField
            name="amount"
            type="number"
            label={t('extend.to')}
            hint={t('extend.hint', { now: clock.length, least, most })}
            min={least}
            max={most}
            defaultValue={most}
            required
          />
          <SelectField
            name="reason"
            label={t('reason')}
            placeholder={t('choose')}
            options={EXTEND_REASONS.map((value) => ({ value, label: reason(value) }))}
            required
          />
          <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={3} maxLength={1_000} />
          <SubmitButton size="sm" kind="secondary" pendingLabel={t('working')}>
            {t('extend.submit')}
          </SubmitButton>
        </Form>
      </div>
    </details>
  )
}
