import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { takedownProof, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { AppError } from '@/lib/errors'
import { fetchGuarded } from '@/lib/http/guarded-fetch'
import { placeIn } from './ask-proof'
import { proven } from './prove'
import { lockRequest } from './request-row'
import { may } from './status'
import { tokenHash } from './tokens'

/** How a domain is looked at; a test brings its own. */
export type Look = {
  /** The text behind an https address of that host and no other; redirects to elsewhere prove nothing. */
  read: (host: string, path: string) => Promise<string>
  txt: (name: string) => Promise<string[][]>
}

const OVER_THE_NETWORK: Look = {
  async read(host, path) {
    const { url, body } = await fetchGuarded(`https://${host}${path}`, { maxBytes: 4_096, timeoutMs: 10_000 })
    if (new URL(url).hostname !== host) return ''
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  },
  txt: (name) => new Resolver({ timeout: 5_000, tries: 2 }).resolveTxt(name),
}

/** Where the token is to be shown: a file, or a record of the domain. */
export const filePath = (reference: string) => `/.well-known/winnow-${reference}.txt`
export const recordName = (domain: string) => `_winnow.${domain}`
export const recordValue = (token: string) => `winnow=${token}`

/**
 * Looks whether a domain shows its token, and if it does the request goes on. Nothing is locked while the network is waited for; what
 * was found is written only if the proof is still waited for.
 */
export async function lookAtDomain(proofId: string, look: Look = OVER_THE_NETWORK): Promise<void> {
  const [proof] = await db()
    .select({
      requestId: takedownProof.requestId,
      method: takedownProof.method,
      state: takedownProof.state,
      sealed: takedownProof.sealed,
      reference: takedownRequest.reference,
    })
    .from(takedownProof)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownProof.requestId))
    .where(eq(takedownProof.id, proofId))
  if (proof?.state !== 'open') return
  const { domain, token } = await placeIn(db(), proof.sealed)
  if (!domain || !token) return
  const shown = await shownAt(look, proof.method, { domain, reference: proof.reference })
  const found = shown.values.some((value) => isSame(value, token))
  await transact(async (tx) => {
    const request = await lockRequest(tx, proof.requestId)
    const [now] = await tx
      .select({ state: takedownProof.state })
      .from(takedownProof)
      .where(eq(takedownProof.id, proofId))
    if (!may(request.status, 'prove') || now?.state !== 'open') return
    if (found) return proven(tx, system('takedown'), request, { id: proofId, method: proof.method })
    const lastLook = shown.reached ? (shown.values.length > 0 ? 'different' : 'absent') : 'unreachable'
    await tx.update(takedownProof).set({ lastLook }).where(eq(takedownProof.id, proofId))
  })
}

type Shown = { reached: boolean; values: string[] }

async function shownAt(
  look: Look,
  method: string,
  { domain, reference }: { domain: string; reference: string },
): Promise<Shown> {
  try {
    if (method === 'dns') {
      const records = (await look.txt(recordName(domain))).map((parts) => parts.join(''))
      return { reached: true, values: records.flatMap((record) => /^winnow=(\S+)$/.exec(record)?.[1] ?? []) }
    }
    const text = (await look.read(domain, filePath(reference))).trim()
    return { reached: true, values: text === '' ? [] : [text] }
  } catch (error) {
    if (isAbsence(error)) return { reached: true, values: [] }
    if (error instanceof AppError || isNetworkError(error)) return { reached: false, values: [] }
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
const isAbsence = (error: unknown): boolean => ['ENOTFOUND', 'ENODATA'].includes(String(codeOf(error)))
const isNetworkError = (error: unknown): boolean =>
  ['ETIMEOUT', 'ETIMEDOUT', 'ESERVFAIL', 'EREFUSED', 'ECONNREFUSED', 'ECANCELLED', 'EBADRESP'].includes(
    String(codeOf(error)),
  )

/** Of equal length by hashing, so that the time says nothing. */
const isSame = (shown: string, token: string): boolean => timingSafeEqual(tokenHash(shown), tokenHash(token))
