import 'server-only'
import { forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { agreementTable, pairsTable } from './agreement-tables'
import { agreementWeeksTable } from './agreement-weeks'
import { checksTable } from './checks'
import { detectorsTable } from './detectors'
import { flowTable } from './flow'
import { outcomesTable, overturnedTable } from './outcomes'
import { namedQueues } from './queues'
import { passagesTable } from './passage-tables'
import { passagesOf, ratingsOf } from './ratings'
import type { Scope } from './scope'
import { type MetricTable, TABLE_IDS, type TableId } from './table'
import { timesTable } from './times'
import { alikeTable, speedTable } from './unusual-tables'
import { weeksTable } from './weeks'

export type MetricsReport = Partial<Record<TableId, MetricTable>>

/** Tables that compare single reviewers with the others. */
const FOR_LEADS: readonly TableId[] = ['speed', 'alike', 'checks']

/** Every table that this reader may see. Votes are read once for all that are made of them. */
export async function metricsReport(scope: Scope): Promise<MetricsReport> {
  const ids = TABLE_IDS.filter((id) => scope.mayCompare || !FOR_LEADS.includes(id))
  const ratings = ratingsOf(scope)
  const tables = await Promise.all(ids.map((id) => tableOf(scope, id, () => ratings)))
  return Object.fromEntries(tables.map((table) => [table.id, table]))
}

/** One of them, by itself. */
export async function metricsTable(scope: Scope, id: TableId): Promise<MetricTable> {
  if (FOR_LEADS.includes(id) && !scope.mayCompare) throw forbidden(say('metrics.onlyLeads'))
  return tableOf(scope, id, () => ratingsOf(scope))
}

async function tableOf(
  scope: Scope,
  id: TableId,
  ratings: () => ReturnType<typeof ratingsOf>,
): Promise<MetricTable> {
  switch (id) {
    case 'flow':
      return flowTable(scope)
    case 'times':
      return timesTable(scope)
    case 'outcomes':
      return outcomesTable(scope)
    case 'overturned':
      return overturnedTable(scope)
    case 'weeks':
      return weeksTable(scope, (await ratings()).ratings)
    case 'agreement':
      return agreementTable(await ratings(), await namedQueues(scope.datasetId))
    case 'agreement-weeks':
      return agreementWeeksTable(await ratings(), await namedQueues(scope.datasetId))
    case 'pairs':
      return pairsTable(await ratings())
    case 'passages':
      return passagesTable(await passagesOf(scope), await namedQueues(scope.datasetId))
    case 'detectors':
      return detectorsTable(scope)
    case 'speed':
      return speedTable(scope)
    case 'alike':
      return alikeTable((await ratings()).ratings)
    case 'checks':
      return checksTable(scope)
  }
}
