import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { GoldenAnswer } from '@/lib/golden/queries'
import { ESCALATION_REASON_CODES, SKIP_REASON_CODES } from '@/lib/review/labels'

/** Who answered what, by pseudonym, newest first. */
export function AnswersTable({ answers }: { answers: readonly GoldenAnswer[] }) {
  const t = useT('golden.answers')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('reviewer')}</Th>
        <Th>{t('answer')}</Th>
        <Th>{t('result')}</Th>
        <Th>{t('when')}</Th>
      </TableHead>
      <TableBody>
        {answers.map((answer) => (
          <Tr key={answer.id}>
            <Td label={t('reviewer')}>{answer.by}</Td>
            <Td label={t('answer')}>
              <div>
                <Chosen answer={answer} />
                {answer.objection ? (
                  <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-line text-ink-soft">
                    {answer.outcome === 'answered'
                      ? t('objects', { objection: answer.objection })
                      : t('wrote', { note: answer.objection })}
                  </p>
                ) : null}
              </div>
            </Td>
            <Td label={t('result')}>
              {answer.passed === null ? (
                '–'
              ) : (
                <Badge tone={answer.passed ? 'good' : 'warn'}>{t(answer.passed ? 'passed' : 'failed')}</Badge>
              )}
            </Td>
            <Td label={t('when')}>
              <Timestamp at={answer.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Chosen({ answer: { action, reasonCode, overlap, outcome } }: { answer: GoldenAnswer }) {
  const t = useT('golden.answers')
  const verb = useT('labels.action')
  if (!action) return <Left outcome={outcome} reason={reasonCode} />
  const chosen = {
    action: verb(`${action}.verb`),
    reason: reasonCode ?? '',
    code: (words: ReactNode) => <code className="font-mono text-xs">{words}</code>,
  }
  return overlap === null
    ? t.rich('chosen', chosen)
    : t.rich('chosenPassages', { ...chosen, percent: String(Math.round(overlap * 100)) })
}

/** Left to others: which way, and why where that was said. */
function Left({ outcome, reason }: { outcome: GoldenAnswer['outcome']; reason: string | null }) {
  const t = useT('golden.answers')
  const why = useT('decide.leave')
  if (outcome === 'skipped') {
    const code = SKIP_REASON_CODES.find((one) => one === reason)
    return code ? t('leftBecause', { left: t('skipped'), reason: why(`skipReason.${code}`) }) : t('skipped')
  }
  if (outcome !== 'escalated') return null
  const code = ESCALATION_REASON_CODES.find((one) => one === reason)
  return code ? t('leftBecause', { left: t('escalated'), reason: why(`leadReason.${code}`) }) : t('escalated')
}
