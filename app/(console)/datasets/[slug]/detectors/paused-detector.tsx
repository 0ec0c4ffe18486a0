import { ActionButton } from '@/components/form/action-button'
import { ItemSnippet } from '@/components/item/item-snippet'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatCount, formatPercent, formatPlural, formatScore } from '@/lib/format'
import type { HeldItem, HeldType, WatchView } from '@/lib/throttle/queries'
import { dropDetectorAction, letGoOnAction } from './actions'

/** What a paused detector found, some of it to look at, and the two ways on. */
export function PausedDetector({
  datasetId,
  watch: { detector, version, rowsSeen, rowsHit, allowed },
  held: { types, sample },
  denied,
}: {
  datasetId: string
  watch: WatchView
  held: { types: readonly HeldType[]; sample: readonly HeldItem[] }
  denied: string | null
}) {
  const fields = { datasetId, detector, version }
  const flags = types.reduce((sum, { flags: n }) => sum + n, 0)
  return (
    <Section title={`Paused: ${detector}, version ${version}`}>
      <p className="mb-3 max-w-prose">
        It found something in {formatCount(rowsHit)} of {formatPlural(rowsSeen, 'row')} (
        {formatPercent(rowsSeen > 0 ? rowsHit / rowsSeen : 0)}
        {allowed === null ? '' : `, ${formatPercent(allowed)} are allowed`}). {formatPlural(flags, 'flag')}{' '}
        {flags === 1 ? 'is' : 'are'} held
        {types.length > 0
          ? `: ${types.map(({ type, flags: n }) => `${type} ${formatCount(n)}`).join(', ')}`
          : ''}
        .
      </p>
      {sample.length > 0 ? (
        <Table caption={`Some of what ${detector} found`}>
          <TableHead>
            <Th>Category</Th>
            <Th>Finding</Th>
            <Th align="end">Score</Th>
            <Th>Text</Th>
          </TableHead>
          <TableBody>
            {sample.map(({ digest, category, categoryLabel, type, score, snippet }) => (
              <Tr key={`${digest} ${category} ${type}`}>
                <Td>
                  <CategoryBadge category={category} label={categoryLabel} />
                </Td>
                <Td label="Finding">{type}</Td>
                <Td label="Score" align="end">
                  {formatScore(score)}
                </Td>
                <Td label="Text" className="w-full min-w-48 sm:max-w-0">
                  {snippet ? (
                    <ItemSnippet text={snippet.text} marks={snippet.marks} length={400} />
                  ) : (
                    <span className="text-ink-soft">Not shown in a list</span>
                  )}
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      ) : null}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <ActionButton
          action={letGoOnAction}
          fields={fields}
          kind="primary"
          pendingLabel="Raising…"
          disabledReason={denied}
        >
          Let it go on: raise {formatPlural(flags, 'flag')}
        </ActionButton>
        {denied ? null : (
          <ActionButton action={dropDetectorAction} fields={fields} kind="danger" pendingLabel="Dropping…">
            Drop this version and its flags
          </ActionButton>
        )}
      </div>
    </Section>
  )
}
