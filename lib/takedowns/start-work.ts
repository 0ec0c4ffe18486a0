import 'server-only'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedRequest } from './request-row'

/** Begins the work on a request that was received, or received anew. */
export const startWork = (tx: Tx, { id: requestId }: Pick<LockedRequest, 'id' | 'kind'>): Promise<void> =>
  enqueue(tx, 'takedown.match', { requestId })
