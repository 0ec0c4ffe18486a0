import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { stateInWords } from '@/lib/golden/labels'
import type { ReviewerStanding } from '@/lib/golden/queries'
import { LEAST_JUDGED, WINDOW } from '@/lib/golden/standing-rules'

const TONE = { fine: 'good', warned: 'warn', held: 'bad' } as const

/** By pseudonym, for leads. A number to ask about, not a verdict. */
export function StandingTable({ standings }: { standings: readonly ReviewerStanding[] }) {
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">
        The last {WINDOW} answers of each, under their pseudonyms; fewer than {LEAST_JUDGED} lead to nothing.
        Before you judge a person by them, look at what they answered: a check can be wrong too.
      </p>
      {standings.length === 0 ? (
        <p className="text-sm text-ink-soft">Nobody has answered a check yet.</p>
      ) : (
        <Table caption="Reviewers by the share of their answers that were as expected">
          <TableHead>
            <Th>Reviewer</Th>
            <Th align="end">Answers</Th>
            <Th align="end">As expected</Th>
            <Th>State</Th>
            <Th>Since</Th>
          </TableHead>
          <TableBody>
            {standings.map(({ by, judged, passed, state, since }) => (
              <Tr key={by}>
                <Td label="Reviewer">{by}</Td>
                <Td label="Answers" align="end">
                  {judged}
                </Td>
                <Td label="As expected" align="end">
                  {passed} ({Math.round((passed / judged) * 100)} %)
                </Td>
                <Td label="State">
                  <Badge tone={judged < LEAST_JUDGED ? 'neutral' : TONE[state]}>
                    {stateInWords({ judged, state })}
                  </Badge>
                </Td>
                <Td label="Since">
                  <Timestamp at={since} />
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}
