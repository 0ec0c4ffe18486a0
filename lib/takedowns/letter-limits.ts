import 'server-only'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'

const DAY_SECONDS = 86_400

/**
 * Mails to one unconfirmed address in a day, of one network and of all together: nobody's mailbox is filled by others, and
 * whoever uses the first up has not used up that of the person whose address it is.
 */
export const ADDRESS_LIMIT: Limit = { name: 'takedown/address', max: 5, windowSeconds: DAY_SECONDS }
export const ADDRESS_LIMIT_OF_ALL: Limit = {
  ...{ name: 'takedown/address-of-all', max: 15, windowSeconds: DAY_SECONDS },
}
/** Kept free for what found no room on the day before, which so comes however many ask today: 25 a day with those of today. */
export const ADDRESS_LIMIT_LATE: Limit = {
  ...{ name: 'takedown/address-late', max: 10, windowSeconds: DAY_SECONDS },
}

/** Counts a letter to an address that nobody has confirmed, and says whether it may go. */
export const mayWriteTo = async (tx: Tx, { network }: Visitor, address: string): Promise<boolean> =>
  (await withinLimit(tx, ADDRESS_LIMIT, `${network} ${address}`)) &&
  (await withinLimit(tx, ADDRESS_LIMIT_OF_ALL, address))

/** The same of one that waited: it is one of its network's five like any, and of those that are kept free for late ones. */
export const mayWriteLate = async (
  tx: Tx,
  { network, address }: { network: string; address: string },
): Promise<'yes' | 'not_this_network' | 'none_today'> => {
  if (!(await withinLimit(tx, ADDRESS_LIMIT, `${network} ${address}`))) return 'not_this_network'
  return (await withinLimit(tx, ADDRESS_LIMIT_LATE, address)) ? 'yes' : 'none_today'
}

/** When the letters of the next day may go. */
export const nextDay = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / (DAY_SECONDS * 1000)) + 1) * DAY_SECONDS * 1000)
