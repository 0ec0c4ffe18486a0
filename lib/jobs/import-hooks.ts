import 'server-only'
import { db, transact } from '@/db/client'
import type { FoundItem, RaiseFlags, SourceRules } from '@/lib/datasets/commit-chunk'
import { raiseFlags, type NewFlag } from '@/lib/flags/raise-flags'
import { openCases } from '@/lib/review/open-cases'
import { askByRules } from '@/lib/suppression/ask-by-rules'
import { sweepArrivals } from '@/lib/review/rounds'
import { weighDetectors } from '@/lib/review/weigh-detectors'
import { loadSuppression, type Suppression } from '@/lib/suppression/match'
import { hideArrived, restrictedElsewhere } from '@/lib/urgent/arrived'
import { takeTurnElsewhere } from '@/lib/urgent/elsewhere'
import { holdBack } from '@/lib/throttle/hold'
import { beginWatch } from '@/lib/throttle/watch'

/** What an import does in the domains above it, within its own transactions: raise flags, open cases, obey standing exclusions, hide what is restricted in another dataset, hold back what a new detector floods it with. Its flags are believed as the record of their detectors is now. */
export async function importHooks(datasetId: string): Promise<{ raise: RaiseFlags; rules?: SourceRules }> {
  const watches = await transact(async (tx) => {
    await sweepArrivals(tx, datasetId)
    await weighDetectors(tx, datasetId)
    return beginWatch(tx, datasetId)
  })
  const suppression = await loadSuppression(db(), datasetId)
  const restricted = await restrictedElsewhere(db(), datasetId)
  return {
    raise: raiseAndOpen(suppression, watches),
    rules: suppression.size + restricted.size > 0 ? rowRules(suppression, restricted) : undefined,
  }
}

/** In place of a rule: a row that becomes an item here because the same is restricted in another dataset. */
const RESTRICTED = 'restricted elsewhere'

const rowRules =
  (suppression: Suppression, restricted: ReadonlySet<string>): SourceRules =>
  (row) => {
    const rules = suppression.rulesFor(row)
    const hidden = restricted.size > 0 && restricted.has(Buffer.from(row.digest).toString('hex'))
    return hidden ? [...rules, RESTRICTED] : rules
  }

const raiseAndOpen =
  (suppression: Suppression, watches: boolean): RaiseFlags =>
  async (tx, { datasetId, revisionId }, brought) => {
    const hidden = brought.filter(({ rules }) => rules.includes(RESTRICTED))
    if (hidden.length > 0) await takeTurnElsewhere(tx)
    const items = brought.map((item) => ({
      ...item,
      rules: item.rules.filter((rule) => rule !== RESTRICTED),
    }))
    const found = items.flatMap((item) => [
      ...detectorFlags(item, revisionId),
      ...ruleFlags(item, revisionId, suppression),
    ])
    const flags = watches ? await holdBack(tx, { datasetId, revisionId }, items, found) : found
    await raiseFlags(tx, datasetId, flags)
    await openCases(
      tx,
      datasetId,
      items.map(({ digest }) => digest),
    )
    await askByRules(tx, datasetId, items)
    await hideArrived(
      tx,
      { datasetId, revisionId },
      hidden.map(({ digest }) => digest),
    )
  }

const detectorFlags = ({ digest, findings }: FoundItem, revisionId: string): NewFlag[] =>
  findings.map(({ version, ...finding }) => ({
    ...finding,
    digest,
    source: 'detector',
    detectorVersion: version,
    revisionId,
  }))

const ruleFlags = (
  { digest, rules }: FoundItem,
  revisionId: string,
  { categoryOf }: Suppression,
): NewFlag[] =>
  rules.map((rule) => ({
    digest,
    source: 'takedown',
    detector: `rule:${rule}`,
    category: categoryOf(rule) ?? 'opt_out',
    type: 'source',
    score: 1,
    severity: 2,
    spans: [],
    revisionId,
  }))
