import 'server-only'
import { db } from '@/db/client'
import type { Target } from '@/lib/takedowns/parse-targets'
import { targetsOf } from '@/lib/takedowns/results'

/** What a request names, as it was understood. */
export const targetsOfRequest = async (requestId: string): Promise<Target[]> =>
  (await targetsOf(db(), requestId)).map(({ target }) => target)
