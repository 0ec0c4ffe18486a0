import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount } from '@/lib/format'
import type { WitnessView } from '@/lib/log/queries'

/** Who else has signed that the log only grew, how far, and who is silent. */
export function LogWitnesses({ witnesses }: { witnesses: readonly WitnessView[] }) {
  return (
    <>
      <p className="mb-4 max-w-prose text-ink-soft">
        Each of them keeps what it has seen and signs only what follows from it: a log that showed two
        histories would need their help. Their signatures are lines of the checkpoint.
      </p>
      <Table caption="Witnesses">
        <TableHead>
          <Th>Witness</Th>
          <Th>State</Th>
          <Th align="end">Signed up to</Th>
          <Th align="end">Last signed</Th>
        </TableHead>
        <TableBody>
          {witnesses.map(({ name, vkey, size, answeredAt, failingSince }) => (
            <Tr key={vkey}>
              <Td className="wrap-anywhere">{name}</Td>
              <Td label="State">
                {failingSince ? (
                  <span className="flex flex-wrap items-center gap-x-2">
                    <StatusBadge progress="attention">silent</StatusBadge>
                    <span className="text-ink-soft">
                      since <Timestamp at={failingSince} />
                    </span>
                  </span>
                ) : answeredAt ? (
                  <StatusBadge progress="done">signs</StatusBadge>
                ) : (
                  <StatusBadge progress="waiting">not asked yet</StatusBadge>
                )}
              </Td>
              <Td label="Signed up to" align="end">
                {size === 0 ? '–' : `${formatCount(size)} entries`}
              </Td>
              <Td label="Last signed" align="end">
                {answeredAt ? <Timestamp at={answeredAt} /> : '–'}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
