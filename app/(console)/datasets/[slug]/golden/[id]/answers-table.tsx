import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { GoldenAnswer } from '@/lib/golden/queries'

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
                    {t('objects', { objection: answer.objection })}
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
  if (!action) return outcome === 'skipped' || outcome === 'escalated' ? t(outcome) : null
  const chosen = {
    action: verb(`${action}.verb`),
    reason: reasonCode ?? '',
    code: (words: ReactNode) => <code className="font-mono text-xs">{words}</code>,
  }
  return overlap === null
    ? t.rich('chosen', chosen)
    : t.rich('chosenPassages', { ...chosen, percent: String(Math.round(overlap * 100)) })
}
