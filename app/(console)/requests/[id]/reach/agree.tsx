import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { formatPercent } from '@/lib/format'
import type { ReachView } from '@/lib/takedowns/reach-view'
import { agreeAction } from './actions'

/** Two people say that as much is meant; the first is not the second. */
export function Agree({
  view,
  actorId,
  isOpen,
  denied,
}: {
  view: ReachView
  actorId: string
  isOpen: boolean
  denied: string | undefined
}) {
  const t = useT('reach')
  const { summary, limits, request } = view
  if (!summary || summary.state === 'open') return null
  if (summary.state === 'approved') return <Callout tone="good">{t('panel.approved')}</Callout>
  const { rows, firstBy, first, covers } = summary
  if (covers === null) return <Callout>{t('errors.counting')}</Callout>
  const mine = firstBy === actorId
  return (
    <Section title={t('agree.title')}>
      <div className="flex max-w-form flex-col gap-4">
        <Callout tone="warn" title={t('panel.waiting')}>
          {t('agree.limits', { rows: limits.secondRows, share: formatPercent(limits.secondShare) })}
        </Callout>
        <p>
          {firstBy === null
            ? t('agree.nobody')
            : mine
              ? t('agree.firstYou')
              : t('agree.first', { name: first ?? '' })}
        </p>
        {isOpen && denied ? <p className="text-ink-soft">{denied}</p> : null}
        {isOpen && !denied && !mine ? (
          <Form action={agreeAction}>
            <input type="hidden" name="requestId" value={request.id} />
            <input type="hidden" name="covers" value={covers.toString('hex')} />
            <SubmitButton pendingLabel={t('agree.recording')}>
              {t(firstBy === null ? 'agree.sayFirst' : 'agree.saySecond', { rows })}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </Section>
  )
}
