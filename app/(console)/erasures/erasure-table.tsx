import { AutoRefresh } from '@/components/ui/auto-refresh'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { ERASURE_STATE, labelOfBasis } from '@/lib/erasure/labels'
import type { erasures } from '@/lib/erasure/queries'

type Row = Awaited<ReturnType<typeof erasures>>[number]

export function ErasureTable({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      {rows.some(({ state }) => state !== 'done') ? <AutoRefresh seconds={2} /> : null}
      <Table caption="Erasures, newest first">
        <TableHead>
          <Th>What</Th>
          <Th>Dataset</Th>
          <Th>Rests on</Th>
          <Th>By</Th>
          <Th>State</Th>
          <Th align="end">Asked for</Th>
        </TableHead>
        <TableBody>
          {rows.map(({ id, digest, reference, dataset, basis, by, state, error, createdAt }) => (
            <Tr key={id}>
              <Td>
                {digest ? (
                  <span>
                    Text <span className="font-mono">{digest.slice(0, 12)}…</span>
                  </span>
                ) : (
                  `Request ${reference ?? ''}`
                )}
              </Td>
              <Td label="Dataset">{dataset}</Td>
              <Td label="Rests on">{labelOfBasis(basis)}</Td>
              <Td label="By">{by}</Td>
              <Td label="State">
                <StatusBadge progress={state === 'done' ? 'done' : 'waiting'}>
                  {ERASURE_STATE[state]}
                </StatusBadge>
                {error ? <span className="block text-ink-soft">{error}</span> : null}
              </Td>
              <Td label="Asked for" align="end">
                <Timestamp at={createdAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
