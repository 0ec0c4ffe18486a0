import { useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { ReviewerStanding } from '@/lib/golden/queries'
import { LEAST_JUDGED, WINDOW } from '@/lib/golden/standing-rules'
import { stateInWords } from '@/lib/golden/words'

const TONE = { fine: 'good', warned: 'warn', held: 'bad' } as const

/** By pseudonym, for leads. A number to ask about, not a verdict. */
export function StandingTable({ standings }: { standings: readonly ReviewerStanding[] }) {
  const t = useT('golden.standing')
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">
        {t('about', { last: String(WINDOW), least: String(LEAST_JUDGED) })}
      </p>
      {standings.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('none')}</p>
      ) : (
        <Table caption={t('caption')}>
          <TableHead>
            <Th>{t('reviewer')}</Th>
            <Th align="end">{t('answers')}</Th>
            <Th align="end">{t('passed')}</Th>
            <Th>{t('state')}</Th>
            <Th>{t('since')}</Th>
          </TableHead>
          <TableBody>
            {standings.map(({ by, judged, passed, state, since }) => (
              <Tr key={by}>
                <Td label={t('reviewer')}>{by}</Td>
                <Td label={t('answers')} align="end">
                  {judged}
                </Td>
                <Td label={t('passed')} align="end">
                  {passed} ({Math.round((passed / judged) * 100)} %)
                </Td>
                <Td label={t('state')}>
                  <Badge tone={judged < LEAST_JUDGED ? 'neutral' : TONE[state]}>
                    {stateInWords({ judged, state })}
                  </Badge>
                </Td>
                <Td label={t('since')}>
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
