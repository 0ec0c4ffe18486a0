import type { Target } from '@/lib/takedowns/parse-targets'
import { publicHost } from './notice'

/** Anything whose name could be written down: what our detectors find in a text, as a test of a host. */
export type Looks = (text: string) => boolean

/**
 * The hosts that targets stand on, with how many targets each, most first. A name and nothing else of an address: no path, query,
 * port or user part. What is not a name of the DNS (an IP address, one label) is left out, and what `suspect` takes for personal data too.
 */
export function hostsOf(
  targets: readonly Target[],
  { suspect, leaveOut = [] }: { suspect: Looks; leaveOut?: readonly string[] },
): { host: string; targets: number }[] {
  const counts = new Map<string, number>()
  for (const target of targets) {
    const host = hostOf(target)
    if (host === null || leaveOut.includes(host) || suspect(host)) continue
    counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  return [...counts]
    .map(([host, n]) => ({ host, targets: n }))
    .sort((a, b) => b.targets - a.targets || (a.host < b.host ? -1 : 1))
}

/** The host of an address in the spelling of the register; null for what is no address. */
export const hostName = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/\.$/, '') : null

function hostOf(target: Target): string | null {
  if (target.kind !== 'url' && target.kind !== 'prefix' && target.kind !== 'domain') return null
  const address = target.kind === 'domain' ? `https://${target.value}/` : target.value
  const parsed = publicHost.safeParse(hostName(address))
  return parsed.success ? parsed.data : null
}
