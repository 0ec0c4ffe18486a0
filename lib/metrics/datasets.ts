import 'server-only'
import type { Member } from '@/lib/auth/actor'
import { type DatasetOption, datasetOptions } from '@/lib/datasets/options'
import { cannotReadMetrics } from './scope'

/** The datasets whose metrics this member may read, by name. */
export async function datasetsMeasured(actor: Member): Promise<DatasetOption[]> {
  return (await datasetOptions()).filter(({ id }) => cannotReadMetrics(actor, id) === undefined)
}
