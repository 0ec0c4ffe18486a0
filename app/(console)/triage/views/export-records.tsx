import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { ExportRecord } from '@/lib/review/exports'

/** Who took cases along, for those who could do so too. */
export function ExportRecords({
  records,
  inWords,
}: {
  records: readonly ExportRecord[]
  inWords: (query: string) => string
}) {
  if (records.length === 0) return null
  return (
    <Section title="Exports">
      <Table caption="Exports, newest first">
        <TableHead>
          <Th>When</Th>
          <Th>By</Th>
          <Th>What</Th>
          <Th align="end">Cases</Th>
        </TableHead>
        <TableBody>
          {records.map(({ id, at, by, query, format, cases }) => (
            <Tr key={id}>
              <Td label="When">
                <Timestamp at={at} />
              </Td>
              <Td label="By">{by}</Td>
              <Td label="What">
                {inWords(query)}, as {format === 'csv' ? 'CSV' : 'JSON Lines'}
              </Td>
              <Td label="Cases" align="end">
                {cases === null ? 'broken off' : <Count value={cases} />}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
