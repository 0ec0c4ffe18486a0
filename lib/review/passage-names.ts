import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { flag } from '@/db/schema'
import { fingerprint } from '@/lib/crypto/instance-key'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { formatSpan, isNamed, type SentSpan, type Span } from './spans'

/**
 * Stands for a passage on the page of somebody who has not uncovered the text. Where it stands and how long it is would say what is
 * masked, and a digest without a key would be found by trying the few places it can be of.
 */
export const passageName = (flagId: string, { field, start, end }: Span): string =>
  fingerprint('passage', `${flagId} ${formatSpan({ field, start, end })}`)
    .toString('base64url')
    .slice(0, 16)

type Flag = { id: string; spans: readonly Span[] }
type Found = Span & { flagId: string }

/** What these names stand for; refuses one that stands for nothing, as after a new version of its detector. */
export function passagesNamed(flags: readonly Flag[]): (name: string) => Found {
  const known = new Map(
    flags.flatMap(({ id, spans }) =>
      spans.map(({ field, start, end }): [string, Found] => {
        const place = { field, start, end }
        return [passageName(id, place), { flagId: id, ...place }]
      }),
    ),
  )
  return (name) => known.get(name) ?? refuse()
}

function refuse(): never {
  throw invalid(say('review.passage.changed'), { passages: [say('review.passage.changed')] })
}

/** Where the passages stand that a form sent. */
export async function placesOfSent(
  tx: Tx,
  item: { datasetId: string; digest: Buffer },
  sent: readonly SentSpan[],
): Promise<Span[]> {
  const places = sent.flatMap((one) => (isNamed(one) ? [] : [one]))
  const names = sent.filter(isNamed)
  if (names.length === 0) return places
  const flags = await tx
    .select({ id: flag.id, spans: flag.spans })
    .from(flag)
    .where(and(eq(flag.datasetId, item.datasetId), eq(flag.digest, item.digest)))
  const named = passagesNamed(flags)
  return [
    ...places,
    ...names.map(({ name }) => named(name)).map(({ field, start, end }) => ({ field, start, end })),
  ]
}
