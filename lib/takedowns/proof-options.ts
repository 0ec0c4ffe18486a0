import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { itemContent, takedownCandidate, takedownMatch } from '@/db/schema'
import { fingerprint } from '@/lib/crypto/seal'
import { type ItemFields, openContents } from '@/lib/review/item-fields'
import { canonicalDomain } from '@/lib/suppression/canonical-url'
import type { LockedRequest } from './request-row'
import { targetsOf } from './results'
import { wholeTexts } from './shown-texts'

/** Items that are read for an address: what one person asks about by name is few. */
const ITEMS = 50

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g

/** An address that stands in a row of the request. Only the mask is shown, and `of` names it in a form. */
export type RowAddress = { of: string; masked: string; address: string }

/** The addresses in the items that were found, for a proof that their owner asks. */
export async function addressesInRows(
  on: Db | Tx,
  request: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<RowAddress[]> {
  const rows = await on
    .selectDistinct({ digest: itemContent.digest, body: itemContent.body, keyId: itemContent.keyId })
    .from(takedownMatch)
    .innerJoin(
      itemContent,
      and(eq(itemContent.datasetId, takedownMatch.datasetId), eq(itemContent.digest, takedownMatch.digest)),
    )
    .where(eq(takedownMatch.requestId, request.id))
    .limit(ITEMS)
  const texts = [...(await openContents(on, rows)), ...(await textsWithoutCase(on, request))]
  const found = new Set(texts.flatMap((item) => addressesIn(item ?? {})))
  return [...found].sort().map((address) => ({
    address,
    of: fingerprint('takedown/row-address', `${request.id} ${address}`).toString('hex'),
    masked: masked(address),
  }))
}

/** The addresses that stand in a text, in one spelling. */
export const addressesIn = (fields: ItemFields): string[] => [
  ...new Set(
    Object.values(fields).flatMap((value) =>
      [...value.matchAll(ADDRESS)].map(([address]) => address.replace(/[.-]+$/, '').toLowerCase()),
    ),
  ),
]

/** What was found for a request that opens no case. */
async function textsWithoutCase(
  on: Db | Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<ItemFields[]> {
  const candidates = await on
    .select()
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, id),
        eq(takedownCandidate.state, 'found'),
        ne(takedownCandidate.tier, 'fuzzy'),
      ),
    )
    .orderBy(takedownCandidate.digest)
    .limit(ITEMS)
  const texts = await wholeTexts(on, datasetId, candidates)
  return [...texts.values()].flatMap(({ fields, restricted }) => (fields && !restricted ? [fields] : []))
}

/** "w…@q….org": enough to tell two apart, too little to write to. */
function masked(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}…${domain.slice(domain.lastIndexOf('.'))}`
}

/** The domains that a request names: whoever runs one can show it there. */
export async function domainsNamed(on: Db | Tx, requestId: string): Promise<string[]> {
  const hosts = (await targetsOf(on, requestId)).flatMap(({ target }) => {
    switch (target.kind) {
      case 'domain':
      case 'host':
        return canonicalDomain(target.value) ?? []
      case 'url':
      case 'prefix':
        return hostOf(target.value)
      default:
        return []
    }
  })
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter((host) => DOMAIN.test(host)).sort()
}

const DOMAIN = /^(?=.{4,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/

function hostOf(address: string): string[] {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`
  return URL.canParse(url) ? [new URL(url).hostname] : []
}
