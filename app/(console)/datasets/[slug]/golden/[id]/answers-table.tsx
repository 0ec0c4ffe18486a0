import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { GoldenAnswer } from '@/lib/golden/queries'
import { ACTION } from '@/lib/review/labels'

/** Without an answer. */
const LEFT: Partial<Record<GoldenAnswer['outcome'], string>> = {
  skipped: 'Skipped',
  escalated: 'Brought to a lead',
}

/** Who answered what, by pseudonym, newest first. */
export function AnswersTable({ answers }: { answers: readonly GoldenAnswer[] }) {
  return (
    <Table caption="Answers to this check">
      <TableHead>
        <Th>Reviewer</Th>
        <Th>Answer</Th>
        <Th>Result</Th>
        <Th>When</Th>
      </TableHead>
      <TableBody>
        {answers.map((answer) => (
          <Tr key={answer.id}>
            <Td label="Reviewer">{answer.by}</Td>
            <Td label="Answer">
              <div>
                {answer.action ? (
                  <>
                    {ACTION[answer.action].verb},{' '}
                    <code className="font-mono text-xs">{answer.reasonCode}</code>
                    {answer.overlap === null
                      ? null
                      : `, ${Math.round(answer.overlap * 100)} % of the passages`}
                  </>
                ) : (
                  LEFT[answer.outcome]
                )}
                {answer.objection ? (
                  <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-line text-ink-soft">
                    Objects: {answer.objection}
                  </p>
                ) : null}
              </div>
            </Td>
            <Td label="Result">
              {answer.passed === null ? (
                '–'
              ) : (
                <Badge tone={answer.passed ? 'good' : 'warn'}>
                  {answer.passed ? 'as expected' : 'not as expected'}
                </Badge>
              )}
            </Td>
            <Td label="When">
              <Timestamp at={answer.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
