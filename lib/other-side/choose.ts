import { canonicalSource } from '@/lib/suppression/sources'
import type { Target } from '@/lib/takedowns/parse-targets'
import type { Listed } from './leads-to'

/** How much of a request is meant: all of it, what is listed, or all but what is listed. */
export const EXTENTS = ['whole', 'part', 'except'] as const
export type Extent = (typeof EXTENTS)[number]

export type NamedTarget = { id: string; target: Target }
/** An item, in hex, as one target of the request named it. */
export type Pair = { targetId: string; digest: string }

export type Chosen = {
  pairs: Pair[]
  /** Targets of which nothing is left. */
  targetIds: string[]
  /** Of the list, what this request never named. */
  strangers: Target[]
}

/**
 * What of a request a list means. A line means the target that was written like it, and every item it leads to, by whatever target that
 * was named: people list what they want back by its address, and had quoted it before.
 */
export function choose(
  extent: Extent,
  request: { targets: readonly NamedTarget[]; pairs: readonly Pair[] },
  list: readonly Listed[],
): Chosen {
  const named = new Map<string, string[]>()
  for (const { id, target } of request.targets) {
    const key = spelling(target)
    named.set(key, [...(named.get(key) ?? []), id])
  }
  const itemsOf = new Set(request.pairs.map(({ digest }) => digest))
  const written = new Set<string>()
  const digests = new Set<string>()
  const strangers: Target[] = []
  for (const { target, digests: led } of list) {
    const like = named.get(spelling(target)) ?? []
    const items = led.filter((digest) => itemsOf.has(digest))
    if (like.length === 0 && items.length === 0) strangers.push(target)
    for (const id of like) written.add(id)
    for (const digest of items) digests.add(digest)
  }
  const listed = ({ targetId, digest }: Pair) => written.has(targetId) || digests.has(digest)
  const pairs = request.pairs.filter((pair) => extent === 'whole' || listed(pair) === (extent === 'part'))
  const chosen = new Set(pairs)
  const left = new Set(request.pairs.flatMap((pair) => (chosen.has(pair) ? [] : [pair.targetId])))
  const led = new Set(request.pairs.map(({ targetId }) => targetId))
  const targetIds = request.targets
    .filter(({ id }) => {
      if (led.has(id)) return !left.has(id)
      return extent === 'whole' || written.has(id) === (extent === 'part')
    })
    .map(({ id }) => id)
  return { pairs, targetIds, strangers }
}

/** The same for what means the same. */
function spelling(target: Target): string {
  if (target.kind === 'row') return JSON.stringify([target.kind, target.file, target.row])
  const { kind, value } = target
  const isText = kind === 'link' || kind === 'quote' || kind === 'near'
  return JSON.stringify([
    kind,
    isText ? value.replace(/\s+/g, ' ').trim() : (canonicalSource(kind, value)?.value ?? value),
  ])
}
