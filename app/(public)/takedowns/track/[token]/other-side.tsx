import { useLocale, useT } from '#i18n'
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { formatDate } from '@/lib/format'
import { MOST_MARKED, trackedOtherSide, type TrackedOtherSide } from '@/lib/other-side/view'
import { contestSuspensionAction, retractAction } from '../../other-side/actions'
import { Part } from './part'

/** How it stands with who answered, and what its holder can still take back. */
export async function OtherSide({ token }: { token: string }) {
  const view = await trackedOtherSide(token)
  if (!view) return null
  return (
    <>
      {view.counters.map((counter) => (
        <Counter key={counter.id} counter={counter} />
      ))}
      {view.suspended ? <Suspended token={token} suspended={view.suspended} /> : null}
      {view.retract ? (
        <Retract token={token} targets={view.retract} isCounter={view.counters.some(({ mine }) => mine)} />
      ) : null}
    </>
  )
}

function Counter({ counter }: { counter: TrackedOtherSide['counters'][number] }) {
  const t = useT('otherSide.track.counter')
  const locale = useLocale()
  const day = (at: Date | null) => (at ? formatDate(at, false, locale) : '')
  const dates = { earliest: day(counter.earliestAt), latest: day(counter.latestAt) }
  const { state } = counter
  const said = state === 'valid' && counter.unreached ? 'unreached' : state
  return (
    <Part title={t(counter.mine ? 'titleMine' : 'titleTheirs')}>
      <p className="text-base">
        {counter.mine
          ? t(`mine.${said}`, dates)
          : t(
              `theirs.${said === 'restored' || said === 'kept_down' || said === 'unreached' ? said : 'valid'}`,
              dates,
            )}
      </p>
    </Part>
  )
}

function Suspended({
  token,
  suspended: { until, contested },
}: {
  token: string
  suspended: NonNullable<TrackedOtherSide['suspended']>
}) {
  const t = useT('otherSide.track.suspended')
  const locale = useLocale()
  return (
    <Part title={t('title')}>
      <p className="mb-4 text-base">{t('text', { date: formatDate(until, false, locale) })}</p>
      {contested ? (
        <p className="text-base text-ink-soft">{t('contested')}</p>
      ) : (
        <Form action={contestSuspensionAction}>
          <input type="hidden" name="token" value={token} />
          <TextareaField name="grounds" label={t('grounds')} rows={5} maxLength={5000} required />
          <SubmitButton size="lg" pendingLabel={t('sending')}>
            {t('contest')}
          </SubmitButton>
        </Form>
      )}
    </Part>
  )
}

function Retract({
  token,
  targets,
  isCounter,
}: {
  token: string
  targets: NonNullable<TrackedOtherSide['retract']>
  isCounter: boolean
}) {
  const t = useT('otherSide.track.retract')
  const single = isCounter || targets.length < 2 || targets.length > MOST_MARKED
  return (
    <Part title={t('title')}>
      <Form action={retractAction}>
        <input type="hidden" name="token" value={token} />
        <p className="text-base text-ink-soft">{t(isCounter ? 'textCounter' : 'text')}</p>
        {single ? (
          <input type="hidden" name="extent" value="whole" />
        ) : (
          <>
            <RadioField
              name="extent"
              legend={t('extent')}
              size="lg"
              options={[
                { value: 'whole', label: t('whole') },
                { value: 'part', label: t('part') },
                { value: 'except', label: t('except') },
              ]}
            />
            <CheckboxesField
              name="targets[]"
              legend={t('which')}
              hint={t('whichHint')}
              size="lg"
              options={targets.map(({ id, text }) => ({
                value: id,
                label: <span className="wrap-anywhere">{text}</span>,
              }))}
            />
          </>
        )}
        {!isCounter && targets.length > MOST_MARKED ? (
          <p className="text-base text-ink-soft">{t('long')}</p>
        ) : null}
        <CheckboxField name="sure" label={t('sure')} size="lg" />
        <SubmitButton kind="danger" size="lg" pendingLabel={t('recording')}>
          {t('action')}
        </SubmitButton>
      </Form>
    </Part>
  )
}
