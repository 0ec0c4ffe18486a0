import { matchesPath } from './path-rule'

/*
 * The TDM Reservation Protocol (W3C community group report, 2024): whether rights to mine text and data are reserved, said in a
 * file at the origin, in headers of the answer, or in the page. The value is 0 or 1; any other is an error of protocol, and then none is set.
 */

export type Tdm = { reserved: boolean; policy: string | null }

/** Of the file at `/.well-known/tdmrep.json`, for one path: its rules are read in order, the first that is about the path holds. */
export function tdmOfFile(text: string, path: string): Tdm | null {
  let rules: unknown
  try {
    rules = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(rules)) return null
  for (const rule of rules as readonly unknown[]) {
    if (typeof rule !== 'object' || rule === null || !('location' in rule)) continue
    const { location } = rule
    if (typeof location !== 'string' || !matchesPath(location, path)) continue
    return valueOf(
      'tdm-reservation' in rule ? rule['tdm-reservation'] : undefined,
      'tdm-policy' in rule ? rule['tdm-policy'] : undefined,
    )
  }
  return null
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** Of the headers of an answer, their names in lower case. */
export const tdmOfHeaders = (headers: Headers): Tdm | null =>
  valueOf(single(headers['tdm-reservation']), single(headers['tdm-policy']))

/** Of `<meta name="tdm-reservation" content="1">`; `metas`: name in lower case → content. */
export const tdmOfMeta = (metas: ReadonlyMap<string, string>): Tdm | null =>
  valueOf(metas.get('tdm-reservation'), metas.get('tdm-policy'))

/** Which of them holds: what stands closer to the content was said with more knowledge of it. Page over header over file. */
export const tdmInForce = (given: { file: Tdm | null; header: Tdm | null; meta: Tdm | null }): Tdm | null =>
  given.meta ?? given.header ?? given.file

function valueOf(reservation: unknown, policy: unknown): Tdm | null {
  const said = typeof reservation === 'string' ? reservation.trim() : reservation
  const reserved = said === 1 || said === '1'
  if (!reserved && said !== 0 && said !== '0') return null
  return { reserved, policy: reserved ? policyOf(policy) : null }
}

/** An address of the web, of a length that can be kept. */
function policyOf(policy: unknown): string | null {
  if (typeof policy !== 'string' || policy.length > 2_000 || !URL.canParse(policy)) return null
  return /^https?:$/.test(new URL(policy).protocol) ? policy : null
}

/** A header that was sent twice says nothing that one could rely on. */
const single = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' && !value.includes(',') ? value : undefined
