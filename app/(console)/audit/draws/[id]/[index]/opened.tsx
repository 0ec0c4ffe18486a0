import { ItemText } from '@/components/item/item-text'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Section } from '@/components/ui/page-header'
import { PolicyText } from '@/components/ui/policy-text'
import { Timestamp } from '@/components/ui/timestamp'
import type { OpenedDecision } from '@/lib/audit-draw/drawn-entry'
import { ACTION } from '@/lib/review/labels'
import { reasonName } from '@/lib/policies/reason-name'

/** All that a judgement on a decision needs, and nothing that names people. */
export function Opened({ decision }: { decision: OpenedDecision }) {
  const { reason, policy, by, at, votes, isCommitted, isSuperseded, digest } = decision
  return (
    <>
      {isCommitted ? null : (
        <Callout tone="bad" title="This is not what the log committed to">
          The opening that is stored does not fit the entry. Tell whoever runs this site, and keep your copy.
        </Callout>
      )}
      {isSuperseded ? (
        <Callout title="A later decision stands in its place">It no longer changes a release.</Callout>
      ) : null}
      <Section title="The text">
        <Text decision={decision} />
      </Section>
      <Section title="The decision">
        <DescriptionList
          items={[
            {
              term: 'Reason',
              detail: reason ? reasonName(reason) : 'not in the policy any more',
            },
            ...(reason?.guidance ? [{ term: 'What it asks', detail: reason.guidance }] : []),
            { term: 'By', detail: by },
            { term: 'When', detail: <Timestamp at={at} /> },
            {
              term: 'Votes',
              detail:
                votes.length === 0
                  ? 'none: it was decided directly'
                  : votes
                      .map(
                        (vote) =>
                          `${vote.by}: ${ACTION[vote.action].verb.toLowerCase()} (${vote.reasonCode})`,
                      )
                      .join('; '),
            },
            {
              term: 'Digest of the text',
              detail: <Digest value={digest} copy subject="digest of the item" />,
            },
            {
              term: 'Opening',
              detail: isCommitted
                ? 'the one that the entry commits to'
                : 'another one than the entry commits to',
            },
          ]}
        />
      </Section>
      {policy ? (
        <Section
          title={`The policy it was made under: ${policy.own ? '' : 'default, '}version ${policy.number}`}
        >
          <PolicyText text={policy.text} />
        </Section>
      ) : null}
    </>
  )
}

function Text({ decision: { fields } }: { decision: OpenedDecision }) {
  if (fields === 'restricted')
    return (
      <Callout title="For the safety officer">
        Since it was decided, this text has become one that only a safety officer may see.
      </Callout>
    )
  if (fields === null)
    return (
      <Callout title="The text is no longer held">
        It was erased. What was decided about it stays on record.
      </Callout>
    )
  return (
    <div className="flex flex-col gap-5">
      {fields.map(({ name, text, marks }) => (
        <div key={name}>
          {fields.length > 1 ? <h3 className="mb-1 text-sm text-ink-soft">{name}</h3> : null}
          <ItemText text={text} marks={marks} label={`Text of ${name}`} />
        </div>
      ))}
    </div>
  )
}
