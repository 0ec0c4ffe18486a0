import { useT } from '#i18n'
import { ItemText } from '@/components/item/item-text'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Section } from '@/components/ui/page-header'
import { PolicyText } from '@/components/ui/policy-text'
import { Timestamp } from '@/components/ui/timestamp'
import type { OpenedDecision } from '@/lib/audit-draw/drawn-entry'
import { reasonName } from '@/lib/policies/reason-name'

/** All that a judgement on a decision needs, and nothing that names people. */
export function Opened({ decision }: { decision: OpenedDecision }) {
  const t = useT('audit.opened')
  const { reason, policy, by, at, votes, isCommitted, isSuperseded, digest } = decision
  return (
    <>
      {isCommitted ? null : (
        <Callout tone="bad" title={t('uncommitted.title')}>
          {t('uncommitted.text')}
        </Callout>
      )}
      {isSuperseded ? <Callout title={t('superseded.title')}>{t('superseded.text')}</Callout> : null}
      <Section title={t('text')}>
        <Text decision={decision} />
      </Section>
      <Section title={t('decision')}>
        <DescriptionList
          items={[
            {
              term: t('reason'),
              detail: reason ? reasonName(reason) : t('noReason'),
            },
            ...(reason?.guidance ? [{ term: t('asks'), detail: reason.guidance }] : []),
            { term: t('by'), detail: by },
            { term: t('when'), detail: <Timestamp at={at} /> },
            {
              term: t('votes'),
              detail:
                votes.length === 0
                  ? t('noVotes')
                  : votes
                      .map(({ by, action, reasonCode: reason }) => t('vote', { by, action, reason }))
                      .join('; '),
            },
            {
              term: t('digest'),
              detail: <Digest value={digest} copy subject={t('digestSubject')} />,
            },
            {
              term: t('opening.term'),
              detail: t(isCommitted ? 'opening.right' : 'opening.wrong'),
            },
          ]}
        />
      </Section>
      {policy ? (
        <Section title={t(policy.own ? 'policy' : 'defaultPolicy', { number: String(policy.number) })}>
          <PolicyText text={policy.text} />
        </Section>
      ) : null}
    </>
  )
}

function Text({ decision: { fields } }: { decision: OpenedDecision }) {
  const t = useT('audit.opened')
  if (fields === 'restricted') return <Callout title={t('restricted.title')}>{t('restricted.text')}</Callout>
  if (fields === null) return <Callout title={t('gone.title')}>{t('gone.text')}</Callout>
  return (
    <div className="flex flex-col gap-5">
      {fields.map(({ name, text, marks }) => (
        <div key={name}>
          {fields.length > 1 ? <h3 className="mb-1 text-sm text-ink-soft">{name}</h3> : null}
          <ItemText text={text} marks={marks} label={t('textOf', { field: name })} />
        </div>
      ))}
    </div>
  )
}
