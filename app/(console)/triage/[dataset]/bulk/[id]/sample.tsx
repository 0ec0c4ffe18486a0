import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { StatusBadge, type Progress } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { BulkView } from '@/lib/bulk/queries'
import type { Assessment, SampleState } from '@/lib/bulk/sample'
import { formatCount, formatPercent, formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'

/** The cases of a band that are decided one by one first, and what they say about the rest. */
export function Sample({ view, sample }: { view: BulkView; sample: Assessment }) {
  const { cases, open, agreed, interval, denied } = sample
  const wanted = formatPercent(view.threshold ?? 1)
  return (
    <Section title="The sample">
      <p className="mb-3 max-w-prose">
        {formatPlural(cases.length, 'case')} of the band, drawn by lot, are decided one by one before the rest
        can be. They have to agree with “{view.action === null ? '' : ACTION[view.action].verb.toLowerCase()}
        ”: the lower end of the 95 % interval has to reach {wanted}.
      </p>
      <div role="status" className="mb-4">
        {interval && denied === null ? (
          <Callout tone="good" title={`${formatCount(agreed)} of ${formatCount(cases.length)} agree`}>
            The share that agrees lies between {formatPercent(interval.low)} and{' '}
            {formatPercent(interval.high)} (95 % interval). The rest of the band can be decided.
          </Callout>
        ) : (
          <Callout
            tone={open === 0 || denied?.startsWith('The sample') ? 'warn' : 'note'}
            title={`${formatCount(agreed)} agree so far, ${formatCount(open)} still open`}
          >
            {denied}
            {interval
              ? ` The share that agrees lies between ${formatPercent(interval.low)} and ${formatPercent(interval.high)}.`
              : null}
          </Callout>
        )}
      </div>
      <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label="Cases of the sample">
        <Table caption="Cases of the sample">
          <TableHead>
            <Th>Case</Th>
            <Th>State</Th>
            <Th>Decided</Th>
          </TableHead>
          <TableBody>
            {cases.map(({ n, caseId, state, action, by }, at) => (
              <Tr key={n}>
                <Td>
                  {state === 'void' ? (
                    `Case ${at + 1}`
                  ) : (
                    <Link href={paths.reviewCase(view.slug, caseId)} className="link">
                      Case {at + 1}
                    </Link>
                  )}
                </Td>
                <Td label="State">
                  <StatusBadge progress={LOOK[state].progress}>{LOOK[state].word}</StatusBadge>
                </Td>
                <Td label="Decided">{action ? `${ACTION[action].past} by ${by}` : '–'}</Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  )
}

const LOOK: Record<SampleState, { word: string; progress: Progress }> = {
  open: { word: 'to be decided', progress: 'waiting' },
  agrees: { word: 'agrees', progress: 'done' },
  differs: { word: 'differs', progress: 'refused' },
  void: { word: 'speaks for nothing', progress: 'held' },
}
